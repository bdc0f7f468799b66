import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type * as z from 'zod';
import type { FieldPath } from '../change/edit.ts';
import { isTimestamp } from '../record/field.ts';
import type { RecordKind } from '../record/record-types.ts';
import { recordTypes } from '../record/record-types.ts';
import type { PlainMap } from './field-value.ts';
import { isPlainMap } from './field-value.ts';
import { fileSchema } from './file-schema.ts';
import { keyOrderOf } from './key-order.ts';
import { cleanData, renderFlow } from './splice-render.ts';

type Order = (path: FieldPath) => readonly string[];

/** Longest text of a map or list that stays on one line. */
const LINE = 140;

/** Words that YAML 1.1 readers take for booleans; quoted so that every reader sees text. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off)$/i;

function toScalar(value: unknown): Scalar {
  const scalar = new Scalar(value);
  if (typeof value !== 'string') return scalar;
  if (isTimestamp(value) || AMBIGUOUS.test(value)) scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;

const hasBreak = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\n')
    : typeof value === 'object' && value !== null && Object.values(value).some(hasBreak);

/** Small things read best on one line: `{team: TM-3, owner: tom.berg}`. */
const isSmall = (value: object): boolean =>
  depthOf(value) <= 2 && !hasBreak(value) && renderFlow(value).length <= LINE;

function sortKeys(map: PlainMap, known: readonly string[]): readonly string[] {
  const keys = Object.keys(map);
  return [
    ...known.filter((key) => Object.hasOwn(map, key)),
    ...keys.filter((key) => !known.includes(key)),
  ];
}

function toMap(map: PlainMap, order: Order, path: FieldPath): YAMLMap {
  const node = new YAMLMap();
  for (const key of sortKeys(map, order(path))) {
    node.items.push(new Pair(new Scalar(key), toNode(map[key], order, [...path, key])));
  }
  node.flow = path.length > 0 && isSmall(map);
  return node;
}

function toList(list: readonly unknown[], order: Order, path: FieldPath): YAMLSeq {
  const node = new YAMLSeq();
  node.items = list.map((item, at) => toNode(item, order, [...path, at]));
  const plain = list.every((item) => typeof item !== 'object' || item === null);
  node.flow = list.length === 0 || (plain && isSmall(list));
  return node;
}

function toNode(value: unknown, order: Order, path: FieldPath): Scalar | YAMLMap | YAMLSeq {
  if (Array.isArray(value)) return toList(value, order, path);
  return isPlainMap(value) ? toMap(value, order, path) : toScalar(value);
}

function render(schema: z.ZodType | undefined, data: PlainMap): string {
  const clean = cleanData(data);
  if (!isPlainMap(clean) || Object.keys(clean).length === 0) return '{}\n';
  const document = new Document(null, { schema: 'core', version: '1.2' });
  document.contents = toMap(clean, keyOrderOf(schema), []);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/**
 * Text of a new record file: keys in the order of the schema with unknown ones behind, small maps on one line, times
 * quoted, long lines never folded. Reading it gives `data` again; keys whose value is undefined are left out.
 */
export const renderRecord = (kind: RecordKind, data: PlainMap): string =>
  render(recordTypes[kind].schema, data);

/** The same for any file of a program, by its path below the program folder; an unknown path keeps the order of `data`. */
export const renderFile = (path: string, data: PlainMap): string => render(fileSchema(path), data);
