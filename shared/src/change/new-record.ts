import { type RecordKind, recordTypes } from '../record/record-types.ts';
import type { FileEdit } from './edit.ts';
import type { PlanContext } from './plan-context.ts';
import { nextId } from './renumber.ts';

/** Header fields a capture may carry (domain 1.2). */
export type CaptureHeader = {
  title: string;
  workstream?: string;
  owner?: string;
  description?: string;
  tags?: readonly string[];
  paths?: readonly string[];
  affects?: readonly string[];
  external?: readonly {
    system: string;
    key: string;
    url?: string;
    role?: string;
  }[];
  links?: readonly { rel: string; to: string; note?: string }[];
  classification?: string;
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));

/** Drops what was left blank, also inside: a form's empty boxes are no data. */
export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => !isEmpty(value))
      .map(([key, value]) => [
        key,
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? filled(value as Record<string, unknown>)
          : value,
      ]),
  );
}

/** Every id that must not be given out again. */
export const takenIds = (context: PlanContext): string[] => [
  ...context.program.records.keys(),
  ...context.program.broken.flatMap((broken) => (broken.id === undefined ? [] : [broken.id])),
  ...context.taken,
];

/** A new record in the first state of its life: a title is all it needs (rulings B4). */
export function newRecord(
  context: PlanContext,
  kind: RecordKind,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): FileEdit & { kind: 'create'; id: string } {
  const { id: _id, status: _status, log: _log, approvals: _approvals, ...given } = fields;
  const data = {
    id,
    title: given.title,
    status: recordTypes[kind].lifecycle.states[0],
    workstream: 'program',
    ...filled({ ...given, raised: context.today, raised_by: context.by }),
  };
  return { kind: 'create', path: recordTypes[kind].path(id), id, data };
}

/** A new record under the next free number. */
export const newNumbered = (
  context: PlanContext,
  kind: RecordKind,
  fields: Readonly<Record<string, unknown>>,
): FileEdit & { kind: 'create'; id: string } =>
  newRecord(context, kind, nextId(kind, takenIds(context)), fields);
