import { Document, parse, Scalar, stringify } from 'yaml';
import { isPlainMap } from './field-value.ts';

const STYLE = { lineWidth: 0, flowCollectionPadding: false, aliasDuplicateObjects: false } as const;

/** JSON data without absent keys, so that what is written is what will be read. */
export function cleanData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => cleanData(item ?? null));
  if (!isPlainMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .map(([key, child]) => [key, cleanData(child)]),
  );
}

const PLAIN_IN_FLOW = /^[\w/](?:[\w @./+-]*[\w@./+-])?$/;

function flowScalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null);
  return PLAIN_IN_FLOW.test(value) && parse(value) === value ? value : JSON.stringify(value);
}

/** One line of flow YAML: `{at: 2026-03-05, by: vera.novak}`. */
export function renderFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderFlow).join(', ')}]`;
  if (!isPlainMap(value)) return flowScalar(value);
  const pairs = Object.entries(value).filter(([, child]) => child !== undefined);
  return `{${pairs.map(([key, child]) => `${flowScalar(key)}: ${renderFlow(child)}`).join(', ')}}`;
}

const isShortList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((item) => typeof item !== 'object' || item === null) &&
  renderFlow(value).length <= 80;

const toLines = (text: string): string[] => text.replace(/\n$/, '').split('\n');

/** The lines of `key: value` at column 0. Lists of short words stay on the key's line. */
export function renderPair(key: string, value: unknown): string[] {
  const clean = cleanData(value);
  if (isShortList(clean)) return [`${renderKey(key)}: ${renderFlow(clean)}`];
  return toLines(stringify({ [key]: clean }, STYLE));
}

export const renderKey = (key: string): string => toLines(stringify(key, STYLE))[0] ?? key;

/** The lines of one `- item` at column 0. */
export const renderItem = (value: unknown): string[] =>
  toLines(stringify([cleanData(value)], STYLE));

const QUOTED = new Set(['QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED']);

/** What follows `key:` when a scalar takes the place of one written in style `type`; first line starts with a space. */
export function renderScalarLike(value: unknown, type: string | undefined): string[] {
  const scalar = new Scalar(value);
  const block = type?.startsWith('BLOCK') === true;
  if (typeof value === 'string' && type !== undefined && QUOTED.has(type)) {
    if (!block || value.includes('\n')) scalar.type = type as NonNullable<typeof scalar.type>;
  }
  const lines = toLines(new Document({ k: scalar }).toString(STYLE));
  return [(lines[0] ?? 'k:').slice(2), ...lines.slice(1)];
}
