import type { Charter } from '../../record/charter.ts';
import { isTerminal } from '../../record/lifecycle.ts';
import { type AnyRecord, recordTypes } from '../../record/record-types.ts';
import { sameValue } from '../../text/field-value.ts';
import type { ProgramChange } from '../program-change.ts';
import { compareDates } from './compare-dates.ts';
import { compareLists } from './compare-lists.ts';
import { compareStatus } from './compare-status.ts';
import type { Both, Finding } from './finding.ts';

const ownerOf = ({ before, after }: Both): Finding[] => {
  if (sameValue(before.owner, after.owner)) return [];
  const facts = { from: String(before.owner ?? ''), to: String(after.owner ?? '') };
  return [{ code: 'owner-changed', fields: ['owner'], facts }];
};

/** Fields that only accompany what the findings say. */
const SILENT = ['log', 'verified_on', 'acknowledged_on'];

function restOf({ before, after }: Both, found: readonly Finding[]): Finding[] {
  const spoken = new Set([...SILENT, ...found.flatMap(({ fields }) => fields)]);
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  const fields = [...keys].filter((key) => !spoken.has(key) && !sameValue(before[key], after[key]));
  return fields.length === 0 ? [] : [{ code: 'text-edited', fields, facts: { fields } }];
}

/** What happened to one record, most telling first. Unchanged objects are not looked into. */
export function compareRecord(
  charter: Charter,
  before: AnyRecord | undefined,
  after: AnyRecord | undefined,
): ProgramChange[] {
  const record = after ?? before;
  if (record === undefined || before === after) return [];
  const { id, kind, data } = record;
  const named = { id, kind, title: data.title };
  if (before === undefined) return [{ ...named, code: 'added', facts: { status: data.status } }];
  if (after === undefined) return [{ ...named, code: 'removed', facts: {} }];
  const both: Both = { ...named, before: before.data, after: after.data };
  const found = [
    ...compareStatus(both, (status) => isTerminal(recordTypes[kind].lifecycle, status)),
    ...compareDates(charter, both),
    ...ownerOf(both),
    ...compareLists(both),
  ];
  return [...found, ...restOf(both, found)].map(({ code, facts }) => ({ ...named, code, facts }));
}
