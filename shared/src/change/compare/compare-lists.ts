import { sameValue, valueAt } from '../../text/field-value.ts';
import type { ChangeCode } from '../program-change.ts';
import type { Both, Finding } from './finding.ts';

const LISTS: readonly { field: string; code: ChangeCode }[] = [
  { field: 'assessments', code: 'assessed' },
  { field: 'evidence', code: 'evidence-added' },
  { field: 'external', code: 'linked' },
  { field: 'links', code: 'linked' },
  { field: 'approvals', code: 'approved' },
];

/** A list that only grew; anything else is an edit. */
function grownBy(before: unknown, after: unknown): readonly unknown[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return [];
  const kept = before.every((entry, at) => sameValue(entry, after[at]));
  return kept ? after.slice(before.length) : [];
}

const NAMES = ['key', 'to', 'url', 'path', 'by'];

const nameOf = (entry: unknown): string => {
  if (typeof entry === 'string') return entry;
  const found = NAMES.map((name) => valueAt(entry, [name])).find(
    (value) => typeof value === 'string',
  );
  return String(found ?? '');
};

function assessedAs(entries: readonly unknown[]): Finding['facts'] {
  const last = entries.at(-1);
  const impact = valueAt(last, ['impact']);
  const ratings = Object.values(typeof impact === 'object' && impact !== null ? impact : {});
  return {
    state: String(valueAt(last, ['state']) ?? 'current'),
    probability: Number(valueAt(last, ['probability']) ?? 0),
    impact: Math.max(0, ...ratings.filter((rating) => typeof rating === 'number')),
  };
}

/** Entries added to append-only lists. */
export const compareLists = ({ before, after }: Both): Finding[] =>
  LISTS.flatMap(({ field, code }): Finding[] => {
    const added = grownBy(before[field], after[field]);
    if (added.length === 0) return [];
    const names = added.map(nameOf).filter((name) => name !== '');
    const facts = code === 'assessed' ? assessedAs(added) : { names };
    const fields = code === 'assessed' ? [field, 'review_due'] : [field];
    return [{ code, fields, facts }];
  });
