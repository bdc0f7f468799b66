import type { RecordKind } from '../../record/record-types.ts';
import { kindOfId } from '../../record/record-types.ts';
import type { Draft } from '../place-findings.ts';
import type { Program } from '../program.ts';
import type { Reference } from '../references.ts';
import { allReferences, splitReference } from '../references.ts';
import type { Rule } from './rule.ts';

/** Which types a field may name; fields that are not here take any. `conditions` and `follow_ups` are actions. */
const kindsByField: Readonly<Record<string, readonly RecordKind[]>> = {
  workstream: ['workstream'],
  workstreams: ['workstream'],
  team: ['team'],
  teams: ['team'],
  milestone: ['milestone'],
  enablers: ['milestone'],
  on: ['milestone', 'dependency'],
  gate: ['gate'],
  release: ['release'],
  risk: ['risk'],
  from_risk: ['risk'],
  secondary_risks: ['risk'],
  issue: ['issue'],
  escalation: ['escalation'],
  decision: ['decision'],
  decisions: ['decision'],
  supersedes: ['decision'],
  superseded_by: ['decision'],
  actions: ['action'],
  conditions: ['action'],
  follow_ups: ['action'],
  benefits: ['benefit'],
  assumptions: ['assumption'],
};

const fieldName = ({ path }: Reference): string =>
  String(path.findLast((part) => typeof part === 'string') ?? '');

const STEP = /^(REL-[1-9]\d{0,4})\.[1-9]\d{0,3}$/;

function stepExists(program: Program, id: string): boolean {
  const release = program.records.get(STEP.exec(id)?.[1] ?? '');
  return release?.kind === 'release' && release.data.steps.some((step) => step.id === id);
}

function brokenIds(program: Program): ReadonlySet<string> {
  return new Set(program.broken.map(({ id }) => id).filter((id) => id !== undefined));
}

function judge(program: Program, broken: ReadonlySet<string>, reference: Reference) {
  const { program: other, id } = splitReference(program, reference.to);
  if (other !== undefined) return { code: 'other-program', severity: 'info' } as const;
  if (id === reference.from) return { code: 'names-itself', severity: 'error' } as const;
  const record = program.records.get(id);
  if (record === undefined) {
    if (broken.has(id) || stepExists(program, id)) return undefined;
    return { code: kindOfId(id) ? 'dangling' : 'no-id', severity: 'error' } as const;
  }
  const allowed = kindsByField[fieldName(reference)];
  return allowed === undefined || allowed.includes(record.kind)
    ? undefined
    : ({ code: 'wrong-kind', severity: 'error', allowed, kind: record.kind } as const);
}

/**
 * DQ-02: every referenced id exists and is of a type its field may name. A reference into another program cannot be
 * resolved here and is only said (rulings B9); a record that exists but is broken is not reported twice.
 */
export const referencesExist: Rule = {
  id: 'DQ-02',
  check: ({ program }) => {
    const broken = brokenIds(program);
    return allReferences(program).flatMap((reference): readonly Draft[] => {
      const judged = judge(program, broken, reference);
      if (judged === undefined) return [];
      const { code, severity, ...facts } = judged;
      const { file, path, from: id } = reference;
      return [
        { rule: 'DQ-02', code, severity, file, path, id, facts: { ...facts, to: reference.to } },
      ];
    });
  },
};
