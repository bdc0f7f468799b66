import { riskScore, unmanagedBecause } from '../../health/risk-figures.ts';
import type { Risk } from '../../record/risk.ts';
import { addDays } from '../../schedule/working-days.ts';
import {
  type Escalate,
  type EscalationInput,
  limitOf,
  type Trigger,
  workingDays,
} from './escalation.ts';

type Reason = Pick<Escalate, 'code' | 'facts'>;

const isCritical = (input: EscalationInput, risk: Risk, asOf: string): boolean =>
  riskScore(input.program.charter, risk, asOf)?.level === 'critical';

/** Critical today and not yet yesterday. */
function isNew(input: EscalationInput, risk: Risk): Reason | undefined {
  const open = risk.status === 'open' || risk.status === 'treating';
  if (!open || !isCritical(input, risk, input.asOf)) return undefined;
  const before = addDays(input.asOf, -1);
  return isCritical(input, risk, before) ? undefined : { code: 'new', facts: {} };
}

/** The last day on which it was managed lies more than the limit back: unmanaged then and unmanaged now. */
function isUnmanaged(input: EscalationInput, risk: Risk): Reason | undefined {
  const limit = limitOf(input, 'E5', 'days', 5);
  const reasons = unmanagedBecause(input.program, risk, input.asOf);
  if (reasons.length === 0) return undefined;
  const since = firstUnmanagedDay(input, risk);
  const days = workingDays(input, since, input.asOf);
  return days > limit
    ? { code: 'unmanaged', facts: { days, reason: reasons[0] ?? '' } }
    : undefined;
}

const LOOK_BACK_DAYS = 60;

/** Walks back while the risk was unmanaged; sixty days are more than any limit needs. */
function firstUnmanagedDay(input: EscalationInput, risk: Risk): string {
  let day = input.asOf;
  for (let back = 1; back <= LOOK_BACK_DAYS; back += 1) {
    const earlier = addDays(input.asOf, -back);
    if (unmanagedBecause(input.program, risk, earlier).length === 0) break;
    day = earlier;
  }
  return day;
}

function isExpiring(input: EscalationInput, risk: Risk): Reason | undefined {
  const { status, acceptance } = risk;
  if (status !== 'accepted' || acceptance === undefined) return undefined;
  if (!isCritical(input, risk, input.asOf)) return undefined;
  const days = workingDays(input, input.asOf, acceptance.expires);
  if (days > limitOf(input, 'E5', 'expiry_days', 10)) return undefined;
  return { code: 'expiring', facts: { expires: acceptance.expires, days } };
}

/** E5: a critical risk is new, stays unmanaged for more than 5 working days, or its acceptance runs out in 10. */
export const criticalRisk: Trigger = (input) =>
  input.program.byKind.risk
    .filter(({ data }) => data.kind === 'threat')
    .flatMap(({ id, data }): Escalate[] => {
      const reason = isUnmanaged(input, data) ?? isNew(input, data) ?? isExpiring(input, data);
      if (reason === undefined) return [];
      return [{ trigger: 'E5', subject: id, to: ['executive_sponsor'], level: 'L3', ...reason }];
    });
