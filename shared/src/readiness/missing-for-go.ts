import type { Gate } from '../record/gate.ts';
import { isApplicable } from './assess-criteria.ts';
import type { AssessedCriterion, GateAssessment, MissingForGo } from './assessment.ts';

const listOf = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : [value];

const unmet = ({ id, title, status, owner, due, waived }: AssessedCriterion): MissingForGo => ({
  code: 'criterion-unmet',
  subject: id,
  facts: { title, status: waived ? 'waived' : status, ...(due !== undefined && { due }) },
  whoCan: listOf(owner),
});

function missingSignOffs({ signoffs }: Pick<GateAssessment, 'signoffs'>): readonly MissingForGo[] {
  return signoffs
    .filter(({ mandatory, state }) => mandatory && state !== 'valid')
    .map(({ role, state, why, whoCan }) => ({
      code: 'signoff',
      subject: role,
      facts: { state, problem: why[0]?.code ?? 'missing' },
      whoCan,
    }));
}

/** How many more criteria must be met so that strict reaches the threshold. */
function belowThreshold(
  assessed: Omit<GateAssessment, 'verdict' | 'missing'>,
): readonly MissingForGo[] {
  const { strict, threshold, met, applicable, criteria, id } = assessed;
  if (strict === null || strict >= threshold) return [];
  const needed = Math.ceil((threshold * applicable) / 100 - 1e-9) - met;
  const open = criteria.filter((each) => isApplicable(each) && each.status !== 'met');
  return [
    {
      code: 'below-threshold',
      subject: id,
      facts: { met, applicable, strict, threshold, needed },
      whoCan: [...new Set(open.flatMap(({ owner }) => listOf(owner)))],
    },
  ];
}

/** Everything that stands between the gate and "go", with the people who could settle it; empty when it is go. */
export function missingForGo(
  gate: Gate,
  assessed: Omit<GateAssessment, 'verdict' | 'missing'>,
): readonly MissingForGo[] {
  const none: readonly MissingForGo[] =
    assessed.applicable > 0
      ? []
      : [{ code: 'no-criteria', subject: gate.id, facts: {}, whoCan: listOf(gate.owner) }];
  const unreadable = assessed.unreadable.map(
    (file): MissingForGo => ({
      code: 'criterion-unreadable',
      subject: file,
      facts: {},
      whoCan: listOf(gate.owner),
    }),
  );
  return [
    ...unreadable,
    ...none,
    ...assessed.criteria.filter(({ mandatoryUnmet }) => mandatoryUnmet).map(unmet),
    ...belowThreshold(assessed),
    ...missingSignOffs(assessed),
  ];
}
