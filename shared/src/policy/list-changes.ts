import type { Program } from '../program/program.ts';
import { sameValue } from '../text/field-value.ts';
import type { Subject } from './rule.ts';

/** One record or settings file that differs between two programs. Data as read. */
export type SubjectChange = {
  subject: Subject;
  /** Record id, `G-2/security_grc` for a sign-off, or the file's name. */
  id: string;
  /** Below the program folder. */
  path: string;
  /** Workstream whose roles answer for it. */
  workstream: string;
  before: unknown;
  after: unknown;
};

const whole = 'program';

function recordChanges(before: Program, after: Program): SubjectChange[] {
  const ids = [...new Set([...before.records.keys(), ...after.records.keys()])];
  return ids.flatMap((id): SubjectChange[] => {
    const [old, now] = [before.records.get(id), after.records.get(id)];
    const record = now ?? old;
    if (record === undefined || old === now || sameValue(old?.data, now?.data)) return [];
    const { workstream } = record.data;
    const { kind: subject, path } = record;
    return [{ subject, id, path, workstream, before: old?.data, after: now?.data }];
  });
}

function signOffChanges(before: Program, after: Program): SubjectChange[] {
  const filesOf = (program: Program) => [...program.signOffs.values()].flat();
  const old = new Map(filesOf(before).map((file) => [file.path, file.data]));
  return filesOf(after)
    .filter(({ path, data }) => !sameValue(old.get(path), data))
    .map(({ path, gate, data }) => ({
      subject: 'sign_off' as const,
      id: `${gate}/${data.role}`,
      path,
      workstream: after.records.get(gate)?.data.workstream ?? whole,
      before: old.get(path),
      after: data,
    }));
}

const settings = [
  ['charter', 'program.yaml'],
  ['policy', 'policy.yaml'],
  ['roles', 'roles.yaml'],
  ['people', 'people.yaml'],
] as const;

const fileChanges = (before: Program, after: Program): SubjectChange[] =>
  settings
    .filter(([subject]) => !sameValue(before[subject], after[subject]))
    .map(([subject, path]) => ({
      subject,
      id: path,
      path,
      workstream: whole,
      before: before[subject],
      after: after[subject],
    }));

/** Everything that differs between two programs, settings first, then records in the order they were read. */
export const listChanges = (before: Program, after: Program): SubjectChange[] => [
  ...fileChanges(before, after),
  ...recordChanges(before, after),
  ...signOffChanges(before, after),
];
