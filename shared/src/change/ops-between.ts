import { isPlainMap, sameValue } from '../text/field-value.ts';
import type { FieldOp, FieldPath } from './edit.ts';

const startsWith = (long: readonly unknown[], short: readonly unknown[]): boolean =>
  short.length <= long.length && short.every((entry, at) => sameValue(entry, long[at]));

/**
 * Operations that lead from one version of a file's data to another. A list that only grew is appended to, so that
 * both sides of a merge keep their entries; `undefined` stands for an absent key.
 */
export function opsBetween(before: unknown, after: unknown, path: FieldPath = []): FieldOp[] {
  if (sameValue(before, after)) return [];
  if (isPlainMap(before) && isPlainMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => opsBetween(before[key], after[key], [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after) && startsWith(after, before))
    return after.slice(before.length).map((value) => ({ op: 'append', path, value }));
  return after === undefined
    ? [{ op: 'remove', path, was: before }]
    : [{ op: 'set', path, value: after, was: before }];
}
