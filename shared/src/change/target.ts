import { parseDocument } from 'yaml';
import { kindOfId, type RecordKind } from '../record/record-types.ts';
import { ok, type Result } from '../result.ts';
import { isPlainMap, type PlainMap, valueAt } from '../text/field-value.ts';
import type { FieldOp, FieldPath, Refusal } from './edit.ts';
import { type PlanContext, refuse } from './plan-context.ts';

/** An existing record as its file says it, before defaults: what `was` must be compared with. */
export type Target = {
  kind: RecordKind;
  id: string;
  path: string;
  data: PlainMap;
  status: string;
};

/** Data of a program file as written, or undefined when it is missing or broken. */
export function fileData(context: PlanContext, path: string): PlainMap | undefined {
  const file = context.program.files.get(path);
  if (file === undefined) return undefined;
  const document = parseDocument(file.text.replace(/^\uFEFF/, ''));
  if (document.errors.length > 0) return undefined;
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  return isPlainMap(data) ? data : undefined;
}

const brokenPath = (context: PlanContext, id: string): string | undefined =>
  context.program.broken.find((broken) => broken.id === id)?.path;

/** Finds the record an intention is about; `kinds` are the types it makes sense for, none means any. */
export function findTarget(
  context: PlanContext,
  id: string,
  ...kinds: RecordKind[]
): Result<Target, Refusal> {
  const broken = brokenPath(context, id);
  if (broken !== undefined) return refuse('broken-record', { id, path: broken });
  const record = context.program.records.get(id);
  if (record === undefined) return refuse('unknown-record', { ids: [id] });
  if (kinds.length > 0 && !kinds.includes(record.kind)) {
    return refuse('wrong-kind', { id, kind: record.kind, wanted: kinds });
  }
  const data = fileData(context, record.path);
  if (data === undefined) return refuse('broken-record', { id, path: record.path });
  const { kind, path } = record;
  return ok({ kind, id, path, data, status: record.data.status });
}

/** Dotted names become paths: `consumer.owner`. */
export const pathOf = (dotted: string): FieldPath => dotted.split('.');

/** Operations that put the given dotted fields into the record; an undefined value leaves the field alone. */
export const setFields = (target: Target, fields: Readonly<Record<string, unknown>>): FieldOp[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([dotted, value]) => {
      const path = pathOf(dotted);
      return { op: 'set', path, value, was: valueAt(target.data, path) };
    });

/** Operations that take fields out; absent ones need none. */
export const removeFields = (target: Target, dotted: readonly string[]): FieldOp[] =>
  dotted.map(pathOf).flatMap((path): FieldOp[] => {
    const was = valueAt(target.data, path);
    return was === undefined ? [] : [{ op: 'remove', path, was }];
  });

export const append = (field: string, value: unknown): FieldOp => ({
  op: 'append',
  path: pathOf(field),
  value,
});

/** Refuses ids that no record has; ids of other programs (`pay/R-12`) and reserved ones pass. */
export function requireRecords(
  context: PlanContext,
  ids: readonly (string | undefined)[],
): Result<undefined, Refusal> {
  const unknown = ids.filter(
    (id): id is string =>
      id !== undefined &&
      !id.includes('/') &&
      !context.program.records.has(id) &&
      !context.taken.includes(id),
  );
  return unknown.length > 0 ? refuse('unknown-record', { ids: unknown }) : ok(undefined);
}

/** True when an id names a record of one of these types, whether it is there yet or not. */
export const isOfKind = (id: string | undefined, ...kinds: RecordKind[]): boolean =>
  id !== undefined && kinds.some((kind) => kindOfId(id) === kind);
