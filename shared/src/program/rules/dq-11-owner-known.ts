import { findPerson } from '../../record/find-person.ts';
import { isPastIntake } from '../../record/past-intake.ts';
import type { AnyRecord, RecordKind } from '../../record/record-types.ts';
import { recordTypes } from '../../record/record-types.ts';
import type { Draft } from '../place-findings.ts';
import type { Program } from '../program.ts';
import { about, type Rule } from './rule.ts';

/** Types that somebody has to drive. Criteria are DQ-17's, workstreams have a lead. */
const OWNED: readonly RecordKind[] = [
  'milestone',
  'gate',
  'risk',
  'assumption',
  'issue',
  'dependency',
  'decision',
  'change',
  'action',
  'release',
  'benefit',
  'escalation',
];

const asks = ({ kind, data }: AnyRecord): boolean => {
  const required: Readonly<Record<string, readonly string[] | undefined>> =
    recordTypes[kind].lifecycle.required;
  return required[data.status]?.includes('owner') ?? false;
};

function checkOwner({ people }: Program, record: AnyRecord): Draft | undefined {
  const { owner, status } = record.data;
  const said = { rule: 'DQ-11', severity: 'warn' } as const;
  if (owner === undefined) {
    if (!OWNED.includes(record.kind) || asks(record)) return undefined;
    return about(record, {
      ...said,
      code: 'no-owner',
      path: ['status'],
      field: 'owner',
      facts: { status },
    });
  }
  const person = findPerson(people, owner);
  if (person?.active) return undefined;
  const code = person === undefined ? 'unknown-owner' : 'inactive-owner';
  return about(record, { ...said, code, path: ['owner'], facts: { owner } });
}

/**
 * DQ-11: an open record has an owner who is known and active. A warning, since a person who leaves must not break every
 * pull request (readings G.21, rulings B4). Where DQ-08 asks for the owner, its absence is said there only.
 */
export const ownerKnown: Rule = {
  id: 'DQ-11',
  check: ({ program }) =>
    [...program.records.values()]
      .filter(({ kind, data }) => isPastIntake(kind, data.status))
      .map((record) => checkOwner(program, record))
      .filter((draft) => draft !== undefined),
};
