import type { Program } from '../program/program.ts';
import { recordKinds } from '../record/record-types.ts';
import { sameValue } from '../text/field-value.ts';
import { compareRecord } from './compare/compare-record.ts';
import { compareSignOffs } from './compare/compare-sign-offs.ts';
import type { ProgramChange } from './program-change.ts';

const SETTINGS = [
  ['charter', 'program.yaml'],
  ['people', 'people.yaml'],
  ['roles', 'roles.yaml'],
  ['policy', 'policy.yaml'],
] as const;

const compareSettings = (before: Program, after: Program): ProgramChange[] =>
  SETTINGS.filter(([part]) => !sameValue(before[part], after[part])).map(([part, file]) => {
    const [old, now] = [before[part], after[part]] as Readonly<Record<string, unknown>>[];
    const keys = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
    const fields = [...keys].filter((key) => !sameValue(old?.[key], now?.[key]));
    return { code: 'settings-edited', id: file, kind: 'settings', title: file, facts: { fields } };
  });

/** Ids in the order of the newer program; those it no longer has come behind. */
const idsOf = (before: Program, after: Program, kind: (typeof recordKinds)[number]): string[] => {
  const now = after.byKind[kind].map(({ id }) => id);
  const gone = before.byKind[kind].map(({ id }) => id).filter((id) => !after.records.has(id));
  return [...now, ...gone];
};

/**
 * What happened between two programs, for a person: codes and facts, never texts. Stable order: settings, then
 * records by type and number, then sign-offs by gate and role. The same program gives an empty list.
 */
export function compare(before: Program, after: Program): ProgramChange[] {
  const records = recordKinds.flatMap((kind) =>
    idsOf(before, after, kind).flatMap((id) =>
      compareRecord(after.charter, before.records.get(id), after.records.get(id)),
    ),
  );
  return [...compareSettings(before, after), ...records, ...compareSignOffs(before, after)];
}
