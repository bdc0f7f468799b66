import { type Escalate, limitOf, type Trigger, workingDays } from './escalation.ts';

const LIMITS = { standard: 5, urgent: 2, strategic: 10 } as const;

/** E6: a requested decision is past its day or older than its class allows. */
export const decisionOverdue: Trigger = (input) =>
  input.program.byKind.decision.flatMap(({ id, data }): Escalate[] => {
    if (data.status !== 'requested') return [];
    const base = {
      trigger: 'E6' as const,
      subject: id,
      to: ['executive_sponsor'],
      level: 'L3' as const,
    };
    if (data.needed_by !== undefined && data.needed_by < input.asOf) {
      return [{ ...base, code: 'past-needed-by', facts: { needed_by: data.needed_by } }];
    }
    if (data.requested_on === undefined) return [];
    const age = workingDays(input, data.requested_on, input.asOf);
    const limit = limitOf(input, 'E6', data.class, LIMITS[data.class]);
    return age > limit ? [{ ...base, code: 'too-old', facts: { days: age, limit } }] : [];
  });
