import {
  type Document,
  isCollection,
  isMap,
  isSeq,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { FieldOp, FieldPath } from '../change/edit.ts';
import { fail, ok, type Result } from '../result.ts';
import { sameValue, valueAt, withOp } from './field-value.ts';
import { insertPair, removePair, replaceValue } from './splice-map.ts';
import {
  applyPatch,
  contentEnd,
  isReference,
  lineBreakOf,
  type Patch,
  pairOf,
  startOf,
} from './splice-place.ts';
import { refineOp } from './splice-refine.ts';
import { cleanData, renderPair } from './splice-render.ts';
import { appendItem, removeItem, replaceItem } from './splice-seq.ts';

export type SpliceFailure = {
  /**
   * `broken-text`: the YAML has errors; `no-place`: the path runs through something that is no map or list;
   * `not-spliceable`: anchors, aliases or tags in the way, nothing was changed.
   */
  code: 'broken-text' | 'no-place' | 'not-spliceable';
  path: FieldPath;
};

/** Keys of the map at `path` in the order new ones are inserted. */
export type KeyOrder = (path: FieldPath) => readonly string[];

const noOrder: KeyOrder = () => [];
const BOM = '\uFEFF';
const MAX_ALIASES = 100;

const readYaml = (text: string): Document.Parsed => parseDocument(text, { keepSourceTokens: true });
const dataOf = (document: Document.Parsed): unknown =>
  document.toJS({ maxAliasCount: MAX_ALIASES });

/** The deepest collection on the way to a path, and how many steps led there. */
function walk(document: Document.Parsed, path: FieldPath): { node: unknown; depth: number } {
  let node: unknown = document.contents;
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1;
    const child = isMap(node)
      ? pairOf(node, key)?.value
      : isSeq(node)
        ? node.items[Number(key)]
        : undefined;
    if (last || !isCollection(child)) return { node, depth };
    node = child;
  }
  return { node, depth: path.length - 1 };
}

/** Wraps a value in the parents that are missing: `['a', 'b']` and 1 give `{a: {b: 1}}`'s inside. */
function wrapInParents(keys: FieldPath, value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function startDocument(text: string, key: string, value: unknown): Patch {
  const lineBreak = lineBreakOf(text);
  const gap = text === '' || text.endsWith('\n') ? '' : lineBreak;
  const block = renderPair(key, value).join(lineBreak);
  return {
    from: text.length,
    to: text.length,
    text: `${gap}${block}${gap === '' ? lineBreak : ''}`,
  };
}

function placeInList(
  text: string,
  list: YAMLSeq,
  key: string | number,
  value: unknown,
): Patch | undefined {
  if (typeof key !== 'number' || key > list.items.length) return undefined;
  return key === list.items.length
    ? appendItem(text, list, value)
    : replaceItem(text, list, key, value);
}

function placeInMap(
  text: string,
  map: YAMLMap,
  key: string,
  value: unknown,
  order: readonly string[],
): Patch {
  const pair = pairOf(map, key);
  return pair === undefined
    ? insertPair(text, map, key, value, order)
    : replaceValue(text, map, pair, value);
}

function placeValue(
  text: string,
  document: Document.Parsed,
  path: FieldPath,
  value: unknown,
  order: KeyOrder,
): Patch | undefined {
  const { node, depth } = walk(document, path);
  const key = path[depth] ?? '';
  const rest = path.slice(depth + 1);
  if (rest.some((step) => typeof step === 'number')) return undefined;
  const whole = wrapInParents(rest, value);
  if (isSeq(node)) return placeInList(text, node, key, whole);
  if (typeof key === 'number') return undefined;
  if (isMap(node)) return placeInMap(text, node, key, whole, order(path.slice(0, depth)));
  return document.contents === null ? startDocument(text, key, whole) : undefined;
}

/** The last member goes: its parent is written as `{}` or `[]`, where a value of that kind may stand. */
function emptyParent(
  text: string,
  document: Document.Parsed,
  path: FieldPath,
  order: KeyOrder,
): Patch | undefined {
  const parent = path.slice(0, -1);
  const empty = typeof path.at(-1) === 'number' ? [] : {};
  if (parent.length > 0) return placeValue(text, document, parent, empty, order);
  const root = document.contents;
  return root === null
    ? undefined
    : { from: startOf(root), to: contentEnd(text, root), text: JSON.stringify(empty) };
}

function dropValue(
  text: string,
  document: Document.Parsed,
  path: FieldPath,
  order: KeyOrder,
): Patch | undefined {
  const { node, depth } = walk(document, path);
  const key = path[depth];
  if (!isCollection(node) || key === undefined) return undefined;
  if (node.items.length === 1) return emptyParent(text, document, path, order);
  if (isSeq(node)) return typeof key === 'number' ? removeItem(text, node, key) : undefined;
  const pair = isMap(node) ? pairOf(node, key) : undefined;
  return pair === undefined || !isMap(node) ? undefined : removePair(text, node, pair);
}

function appendValue(
  text: string,
  document: Document.Parsed,
  path: FieldPath,
  value: unknown,
  order: KeyOrder,
): Patch | undefined {
  const { node } = walk(document, [...path, 0]);
  const there = valueAt(dataOf(document), path);
  const filled = isSeq(node) && Array.isArray(there) && there.length > 0;
  if (filled) return appendItem(text, node, value);
  return placeValue(text, document, path, [value], order);
}

function patchFor(
  text: string,
  document: Document.Parsed,
  op: FieldOp,
  order: KeyOrder,
): Patch | undefined {
  if (op.op === 'set') return placeValue(text, document, op.path, op.value, order);
  if (op.op === 'remove') return dropValue(text, document, op.path, order);
  return appendValue(text, document, op.path, op.value, order);
}

function spliceOne(text: string, op: FieldOp, order: KeyOrder): Result<string, SpliceFailure> {
  const refuse = (code: SpliceFailure['code']) => fail({ code, path: op.path });
  const document = readYaml(text);
  if (document.errors.length > 0) return refuse('broken-text');
  const before = dataOf(document);
  const wanted = cleanData(withOp(before, op));
  if (sameValue(before, wanted)) return ok(text);
  const parts = refineOp(op, before);
  if (parts.length !== 1 || parts[0] !== op) return spliceAll(text, parts, order);
  if (isReference(document.getIn(op.path, true))) return refuse('not-spliceable');
  const patch = patchFor(text, document, op, order);
  if (patch === undefined) return refuse('no-place');
  const next = applyPatch(text, patch);
  const after = readYaml(next);
  if (after.errors.length > 0 || !sameValue(dataOf(after), wanted)) return refuse('not-spliceable');
  return ok(next);
}

function spliceAll(
  text: string,
  ops: readonly FieldOp[],
  order: KeyOrder,
): Result<string, SpliceFailure> {
  let current = text;
  for (const op of ops) {
    const spliced = spliceOne(current, op, order);
    if (!spliced.ok) return spliced;
    current = spliced.value;
  }
  return ok(current);
}

/**
 * YAML text after field operations, by splicing at node ranges: comments, order, quoting, line breaks and byte-order
 * mark stay, a change of one field changes one line, and an operation that changes nothing gives the same bytes. The
 * result is parsed again and compared with the operation applied to the data; whatever does not match is refused.
 */
export function spliceYaml(
  text: string,
  ops: readonly FieldOp[],
  order: KeyOrder = noOrder,
): Result<string, SpliceFailure> {
  const mark = text.startsWith(BOM) ? BOM : '';
  const spliced = spliceAll(text.slice(mark.length), ops, order);
  return spliced.ok ? ok(mark + spliced.value) : spliced;
}
