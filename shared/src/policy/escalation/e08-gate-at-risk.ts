import { assessGate } from '../../readiness/assess-gate.ts';
import {
  type Escalate,
  type EscalationInput,
  limitOf,
  type Trigger,
  workingDays,
} from './escalation.ts';

type Reason = Pick<Escalate, 'code' | 'facts'>;

/** A mandatory criterion that is neither met nor soundly waived, five working days before the review. */
function unmetShortBefore(input: EscalationInput, id: string, review: string): Reason | undefined {
  const days = workingDays(input, input.asOf, review);
  if (days > limitOf(input, 'E8', 'days', 5)) return undefined;
  const assessed = assessGate(input.program, id, input.asOf);
  const unmet = assessed?.criteria.filter((each) => each.mandatoryUnmet && !each.waived) ?? [];
  return unmet.length > 0 ? { code: 'unmet', facts: { unmet: unmet.length, days } } : undefined;
}

function rejected(input: EscalationInput, id: string): Reason | undefined {
  const file = input.program.signOffs.get(id)?.find(({ data }) => data.decision === 'rejected');
  return file && { code: 'rejected', facts: { role: file.data.role } };
}

/** E8: unmet mandatory criteria at T-5, or a sign-off refused. To the sponsor and the gate's decider. */
export const gateAtRisk: Trigger = (input) =>
  input.program.byKind.gate.flatMap(({ id, data }): Escalate[] => {
    if (data.status !== 'defined' && data.status !== 'in_review') return [];
    const { review_date } = data;
    const reason =
      rejected(input, id) ??
      (review_date === undefined ? undefined : unmetShortBefore(input, id, review_date));
    if (reason === undefined) return [];
    const to = ['executive_sponsor', 'gate_decider'];
    return [{ trigger: 'E8', subject: id, to, level: 'L3', ...reason }];
  });
