import type { Program } from '../program/program.ts';
import { findPerson } from '../readiness/roles.ts';
import type { TypedRecord } from '../record/record-types.ts';
import { isOpen } from './is-open.ts';
import type { Found, SignalDefinition } from './signal.ts';

const KINDS = [
  'risk',
  'assumption',
  'issue',
  'dependency',
  'action',
  'milestone',
  'criterion',
] as const;

type Owned = TypedRecord<(typeof KINDS)[number]>;

function judge(program: Program, { id, data: { owner, raised } }: Owned): Found[] {
  const subjects = [id];
  if (owner === undefined) return [{ code: 'no-owner', severity: 'high', subjects, since: raised }];
  if (findPerson(program, owner)?.active !== false) return [];
  return [{ code: 'owner-left', severity: 'high', subjects, facts: { owner } }];
}

/** S-02: an open record without an owner, or whose owner has left. */
export const unowned: SignalDefinition = {
  rule: 'S-02',
  detect: ({ program }) =>
    KINDS.flatMap((kind) =>
      program.byKind[kind].filter(isOpen).flatMap((record) => judge(program, record)),
    ),
};
