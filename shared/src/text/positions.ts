import type { Document, Node, Pair } from 'yaml';
import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import type { FieldPath } from '../change/edit.ts';

/** A stretch of a text. Lines and columns count from 1, offsets from 0 in UTF-16 units; the end is exclusive. */
export type Span = {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  start: number;
  end: number;
};

/** Finds places in one text. Parsing happens at the first question. */
export type Locator = {
  /** Span of the key that holds the value, or of the item in an array. */
  key(path: FieldPath): Span | undefined;
  value(path: FieldPath): Span | undefined;
  /** Span of the value; else of the nearest thing above that exists; else the first character. */
  nearest(path: FieldPath): Span;
  /** Path of the key or value at an offset, the innermost; undefined outside every value. */
  pathAt(offset: number): { path: FieldPath; part: 'key' | 'value' } | undefined;
};

type Found = { key: Node | undefined; value: Node | undefined };

const first: Span = { line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 };

/** Aliases are followed by nobody here: what they name lies elsewhere in the text. */
const parse = (text: string, lineCounter: LineCounter): Document =>
  parseDocument(text, {
    lineCounter,
    schema: 'core',
    version: '1.2',
    logLevel: 'silent',
    strict: false,
    uniqueKeys: false,
  });

const keyText = (pair: Pair): string =>
  isNode(pair.key) ? String((pair.key as { value?: unknown }).value) : String(pair.key);

const asNode = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

function step(node: Node | undefined, part: string | number): Found | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => keyText(item) === String(part));
    return pair && { key: asNode(pair.key), value: asNode(pair.value) };
  }
  if (!isSeq(node) || typeof part !== 'number') return undefined;
  const item = asNode(node.items[part]);
  return item && { key: item, value: item };
}

function find(root: Node | undefined, path: FieldPath): Found | undefined {
  let found: Found | undefined = { key: root, value: root };
  for (const part of path) {
    found = step(found.value, part);
    if (found === undefined) return undefined;
  }
  return found;
}

const holds = (node: Node | undefined, offset: number): boolean =>
  node?.range != null && node.range[0] <= offset && offset <= node.range[1];

type Entry = { part: string | number; key: Node | undefined; value: Node | undefined };

function entriesOf(node: Node | undefined): readonly Entry[] {
  if (isMap(node)) {
    return node.items
      .filter(isPair)
      .map((pair) => ({ part: keyText(pair), key: asNode(pair.key), value: asNode(pair.value) }));
  }
  if (!isSeq(node)) return [];
  return node.items.map((item, part) => ({ part, key: undefined, value: asNode(item) }));
}

function findAt(root: Node | undefined, offset: number): ReturnType<Locator['pathAt']> {
  let path: FieldPath = [];
  let node = root;
  if (!holds(root, offset)) return undefined;
  for (;;) {
    const entries: readonly Entry[] = entriesOf(node);
    const onKey = entries.find((entry) => holds(entry.key, offset));
    if (onKey) return { path: [...path, onKey.part], part: 'key' };
    const inside = entries.find((entry) => holds(entry.value, offset));
    if (!inside) return { path, part: 'value' };
    path = [...path, inside.part];
    node = inside.value;
  }
}

/** Opens a text for questions about places. Never throws; a text that is no YAML answers with its first character. */
export function locate(text: string): Locator {
  const lines = new LineCounter();
  let document: Document | undefined;
  const root = (): Node | undefined => {
    document ??= parse(text, lines);
    return asNode(document.contents);
  };
  const spanOf = (node: Node | undefined): Span | undefined => {
    if (node?.range == null) return undefined;
    const [start, end] = node.range;
    const from = lines.linePos(start);
    const to = lines.linePos(end);
    const [line, column] = [Math.max(from.line, 1), Math.max(from.col, 1)];
    return {
      line,
      column,
      endLine: Math.max(to.line, 1),
      endColumn: Math.max(to.col, 1),
      start,
      end,
    };
  };
  const value: Locator['value'] = (path) => spanOf(find(root(), path)?.value);
  const key: Locator['key'] = (path) => spanOf(find(root(), path)?.key);
  const nearest = (path: FieldPath): Span =>
    value(path) ?? key(path) ?? (path.length > 0 ? nearest(path.slice(0, -1)) : first);
  return { key, value, nearest, pathAt: (offset) => findAt(root(), offset) };
}

/** Line and column, from 1, of the value at a path or of the nearest thing that holds it. */
export function positionOf(text: string, path: FieldPath): { line: number; column: number } {
  const { line, column } = locate(text).nearest(path);
  return { line, column };
}
