import type { Program } from '../../program/program.ts';
import type { RecordKind, RecordOf } from '../record-types.ts';

/** Something a state asks for and the record does not have. `words/` renders `code` with `facts`. */
export type Unmet = {
  code: string;
  /** Dotted field that is missing or wrong, where one is. */
  field?: string;
  facts: Readonly<Record<string, string | number | readonly string[]>>;
};

/** One record about to be, or standing, in state `to`. `from` equals `to` when nothing moves. */
export type Standing<Kind extends RecordKind> = {
  program: Program;
  kind: Kind;
  id: string;
  data: RecordOf<Kind>;
  from: string | undefined;
  to: string;
  /** YYYY-MM-DD. */
  asOf: string;
};

/** A condition beyond required fields (domain part 1). */
export type Guard<Kind extends RecordKind> = {
  to: readonly string[];
  /** Only for moves out of these states; a record that merely stands in `to` is not asked. */
  from?: readonly string[];
  check: (standing: Standing<Kind>) => Unmet | readonly Unmet[] | undefined;
};

/** A guard's "no". */
export const unmet = (
  code: string,
  field: string | undefined,
  facts: Unmet['facts'] = {},
): Unmet => ({ code, ...(field === undefined ? {} : { field }), facts });

/** Absent, empty text, empty array and empty map all mean that nothing was said. */
export function isSaid(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Value of a dotted field name such as `response.strategy`. */
export function fieldOf(data: unknown, field: string): unknown {
  let value = data;
  for (const part of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

/** Ids the record links to, and those in the given fields, whose prefix is one of `prefixes` (`R`, `CR`). */
export function linkedIds(
  data: { links: readonly { to: string }[] },
  prefixes: readonly string[],
  fields: readonly (string | undefined)[] = [],
): readonly string[] {
  const ids = [...data.links.map(({ to }) => to), ...fields.filter((id) => id !== undefined)];
  return ids.filter((id) => prefixes.includes(id.slice(0, Math.max(id.lastIndexOf('-'), 0))));
}

/** Readings G.17: the reason of a move lives in the note of its log entry. */
export function hasReason(
  log: readonly { event: string; to?: unknown; note?: string | undefined }[],
  to: string,
): boolean {
  const entry = log.findLast((each) => ['status', 'reopen'].includes(each.event) && each.to === to);
  return isSaid(entry?.note);
}
