import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** One replacement of a stretch of text. */
export type Patch = { from: number; to: number; text: string };

export const applyPatch = (text: string, patch: Patch): string =>
  text.slice(0, patch.from) + patch.text + text.slice(patch.to);

/** The line break the file uses; a file without any gets `\n`. */
export const lineBreakOf = (text: string): string =>
  /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';

const stepBackOverBreak = (text: string, at: number): number => {
  if (text[at - 1] !== '\n') return at;
  return text[at - 2] === '\r' ? at - 2 : at - 1;
};

/** Start of the node's own text, after anchors and tags. */
export const startOf = (node: unknown): number => (node as Node).range?.[0] ?? 0;

const lastPart = (node: unknown): unknown => {
  if (isPair(node)) return node.value ?? node.key;
  if ((isMap(node) || isSeq(node)) && node.flow !== true) return node.items.at(-1);
  return undefined;
};

/** End of the last character that belongs to the node: no trailing comment, no line break. */
export function contentEnd(text: string, node: unknown): number {
  const part = lastPart(node);
  if (part !== undefined) return contentEnd(text, part);
  return stepBackOverBreak(text, (node as Node).range?.[1] ?? 0);
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Position of the line break that ends the line of `at`, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  if (found < 0) return text.length;
  return text[found - 1] === '\r' && found - 1 >= at ? found - 1 : found;
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Lines shifted right by `indent` columns; the first one stays, empty ones stay empty. */
export const shiftLines = (lines: readonly string[], indent: number, lineBreak: string): string =>
  lines
    .map((line, at) => (at === 0 || line === '' ? line : ' '.repeat(indent) + line))
    .join(lineBreak);

export const keyText = (pair: Pair): string | undefined => {
  if (!isScalar(pair.key)) return undefined;
  return typeof pair.key.value === 'string' ? pair.key.value : String(pair.key.value);
};

export const pairOf = (map: YAMLMap, key: string | number): Pair | undefined =>
  map.items.find((pair) => keyText(pair) === String(key));

/** True for `key:` with nothing after the colon. */
export const isBlank = (node: unknown): boolean =>
  isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];

export const isReference = (node: unknown): boolean => isAlias(node);

/** Removes whole lines, or only the stretch when something else stands before it on its line. */
export function removeLines(
  text: string,
  from: number,
  end: number,
  next: number | undefined,
): Patch {
  const start = lineStart(text, from);
  const alone = text.slice(start, from).trim() === '';
  if (!alone) return { from, to: next ?? lineEnd(text, end), text: '' };
  const stop = lineEnd(text, end);
  if (stop < text.length) return { from: start, to: text.indexOf('\n', stop) + 1, text: '' };
  return { from: stepBackOverBreak(text, start), to: stop, text: '' };
}
