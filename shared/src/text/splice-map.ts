import { isCollection, isScalar, type Pair, type YAMLMap } from 'yaml';
import { isPlainMap } from './field-value.ts';
import {
  columnOf,
  contentEnd,
  isBlank,
  keyText,
  lineBreakOf,
  lineEnd,
  type Patch,
  removeLines,
  shiftLines,
  startOf,
} from './splice-place.ts';
import { cleanData, renderFlow, renderKey, renderPair, renderScalarLike } from './splice-render.ts';

/** The pair a new key goes behind so that keys keep the order of the schema; undefined: in front of all. */
function predecessor(map: YAMLMap, key: string, order: readonly string[]): Pair | undefined {
  const rank = order.indexOf(key);
  if (rank < 0) return map.items.at(-1);
  const ranked = map.items
    .map((pair) => ({ pair, rank: order.indexOf(keyText(pair) ?? '') }))
    .filter((entry) => entry.rank >= 0 && entry.rank < rank);
  return ranked.reduce<(typeof ranked)[number] | undefined>(
    (best, entry) => (best === undefined || entry.rank >= best.rank ? entry : best),
    undefined,
  )?.pair;
}

function insertInFlow(text: string, map: YAMLMap, after: Pair | undefined, pair: string): Patch {
  if (after !== undefined) {
    const at = contentEnd(text, after);
    return { from: at, to: at, text: `, ${pair}` };
  }
  const first = map.items[0];
  const at = first === undefined ? startOf(map) + 1 : startOf(first.key);
  return { from: at, to: at, text: first === undefined ? pair : `${pair}, ` };
}

/** Adds a key that is not there yet, in the order of the schema. */
export function insertPair(
  text: string,
  map: YAMLMap,
  key: string,
  value: unknown,
  order: readonly string[],
): Patch {
  const after = predecessor(map, key, order);
  if (map.flow === true) {
    return insertInFlow(text, map, after, `${renderKey(key)}: ${renderFlow(cleanData(value))}`);
  }
  const lineBreak = lineBreakOf(text);
  const indent = columnOf(text, startOf(map.items[0]?.key ?? map));
  const block = shiftLines(renderPair(key, value), indent, lineBreak);
  if (after === undefined) {
    const at = startOf(map.items[0]?.key ?? map);
    return { from: at, to: at, text: block + lineBreak + ' '.repeat(indent) };
  }
  const at = lineEnd(text, contentEnd(text, after));
  return { from: at, to: at, text: lineBreak + ' '.repeat(indent) + block };
}

/** The lines that shall follow `key:`; the first starts with a space or is empty. */
function renderValue(value: unknown, old: unknown): string[] {
  const clean = cleanData(value);
  const container = Array.isArray(clean) || isPlainMap(clean);
  if (!container) return renderScalarLike(clean, isScalar(old) ? old.type : undefined);
  if (isCollection(old) && old.flow === true && old.items.length > 0)
    return [` ${renderFlow(clean)}`];
  const [first = 'k:', ...rest] = renderPair('k', clean);
  return [first.slice(2), ...rest];
}

const HEADER_COMMENT = /^[|>][0-9+-]*([ \t]+#[^\r\n]*)?/;

/** A comment that must survive on the line of the key. */
function commentOf(text: string, colon: number, old: unknown, end: number): string {
  const start = startOf(old);
  const header = text.slice(colon + 1, lineEnd(text, colon));
  if (start > lineEnd(text, colon)) return header.trimEnd();
  if (isScalar(old) && old.type?.startsWith('BLOCK')) {
    return HEADER_COMMENT.exec(text.slice(start, lineEnd(text, start)))?.[1] ?? '';
  }
  return text.slice(end, lineEnd(text, end)).trimEnd();
}

function replaceInFlow(text: string, pair: Pair, value: unknown): Patch {
  const rendered = renderFlow(cleanData(value));
  if (pair.value === null || pair.value === undefined) {
    const at = contentEnd(text, pair.key);
    return { from: at, to: at, text: `: ${rendered}` };
  }
  const from = startOf(pair.value);
  const gap = isBlank(pair.value) && text[from - 1] === ':' ? ' ' : '';
  return { from, to: contentEnd(text, pair.value), text: gap + rendered };
}

/** Replaces the value of a key: only the value's own characters when both fit on the key's line. */
export function replaceValue(text: string, map: YAMLMap, pair: Pair, value: unknown): Patch {
  if (map.flow === true) return replaceInFlow(text, pair, value);
  const lineBreak = lineBreakOf(text);
  const indent = columnOf(text, startOf(pair.key));
  const colon = text.indexOf(':', contentEnd(text, pair.key));
  const end = contentEnd(text, pair.value);
  const start = startOf(pair.value);
  const [first = '', ...rest] = renderValue(value, pair.value);
  const inline = rest.length === 0;
  const sameLine = start <= lineEnd(text, colon);
  const onKeyLine = sameLine && end <= lineEnd(text, colon);
  if (inline && onKeyLine) {
    if (isBlank(pair.value)) return { from: colon + 1, to: colon + 1, text: first };
    return { from: start, to: end, text: first.trimStart() };
  }
  const comment = commentOf(text, colon, pair.value, end);
  const body = shiftLines(['', ...rest], indent, lineBreak);
  const stop = onKeyLine || sameLine ? lineEnd(text, end) : end;
  return { from: colon + 1, to: stop, text: `${first}${comment}${body}` };
}

/** Takes one of several keys out with its line. */
export function removePair(text: string, map: YAMLMap, pair: Pair): Patch {
  const at = map.items.indexOf(pair);
  const from = startOf(pair.key);
  const end = contentEnd(text, pair);
  const next = map.items[at + 1];
  const nextStart = next === undefined ? undefined : startOf(next.key);
  if (map.flow !== true) return removeLines(text, from, end, nextStart);
  if (nextStart !== undefined) return { from, to: nextStart, text: '' };
  return { from: contentEnd(text, map.items[at - 1]), to: end, text: '' };
}
