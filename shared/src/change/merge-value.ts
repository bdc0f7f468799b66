import { isPlainMap, sameValue } from '../text/field-value.ts';
import type { FieldOp, FieldPath } from './edit.ts';

/** What becomes of one operation on newer data: the operations still needed, or the place two values meet. */
export type Merged = {
  ops: FieldOp[];
  conflicts: { field: FieldPath; base: unknown; mine: unknown; theirs: unknown }[];
};

const none: Merged = { ops: [], conflicts: [] };

const join = (parts: readonly Merged[]): Merged => ({
  ops: parts.flatMap((part) => part.ops),
  conflicts: parts.flatMap((part) => part.conflicts),
});

const opFor = (path: FieldPath, value: unknown, was: unknown): FieldOp =>
  value === undefined ? { op: 'remove', path, was } : { op: 'set', path, value, was };

/**
 * Three-way merge of one value: unchanged by them keeps mine, already mine needs nothing, maps merge key by key,
 * anything else is a conflict. `undefined` stands for an absent key.
 */
export function mergeValue(path: FieldPath, base: unknown, mine: unknown, theirs: unknown): Merged {
  if (sameValue(mine, theirs)) return none;
  if (sameValue(base, theirs)) return { ops: [opFor(path, mine, theirs)], conflicts: [] };
  if (sameValue(base, mine)) return none;
  if (isPlainMap(mine) && isPlainMap(theirs) && (isPlainMap(base) || base === undefined)) {
    const keys = new Set([mine, theirs, base ?? {}].flatMap((side) => Object.keys(side)));
    return join(
      [...keys].map((key) => mergeValue([...path, key], base?.[key], mine[key], theirs[key])),
    );
  }
  return { ops: [], conflicts: [{ field: path, base, mine, theirs }] };
}
