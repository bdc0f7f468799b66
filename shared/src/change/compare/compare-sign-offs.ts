import type { Program, SignOffFile } from '../../program/program.ts';
import { sameValue } from '../../text/field-value.ts';
import type { ChangeCode, ProgramChange } from '../program-change.ts';

const filesOf = (program: Program): SignOffFile[] =>
  [...program.signOffs.values()]
    .flat()
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));

const CODES: Readonly<Record<string, ChangeCode>> = {
  approved: 'signed-off',
  approved_with_conditions: 'signed-off',
  rejected: 'sign-off-rejected',
};

/** Sign-offs given, refused or changed, by gate and role. */
export function compareSignOffs(before: Program, after: Program): ProgramChange[] {
  const old = new Map(filesOf(before).map((file) => [file.path, file.data]));
  return filesOf(after)
    .filter(({ path, data }) => !sameValue(old.get(path), data))
    .map(({ gate, data }) => ({
      code: CODES[data.decision] ?? 'sign-off-changed',
      id: gate,
      kind: 'sign_off',
      title: after.records.get(gate)?.data.title ?? gate,
      facts: { role: data.role, by: data.signatory ?? '', decision: data.decision },
    }));
}
