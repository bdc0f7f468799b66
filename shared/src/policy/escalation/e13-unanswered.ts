import { type Escalate, limitOf, type Trigger, workingDays } from './escalation.ts';

const NEXT = { L1: 'L2', L2: 'L3', L3: 'L4', L4: 'L4', cab: 'L3' } as const;

const HOLDERS = {
  L1: ['workstream_lead'],
  L2: ['pm_director'],
  L3: ['executive_sponsor'],
  L4: ['steering_member'],
  cab: ['cab'],
} as const;

/** E13: raised and not acknowledged for more than 2 working days. To the next level. */
export const unanswered: Trigger = (input) =>
  input.program.byKind.escalation.flatMap(({ id, data }): Escalate[] => {
    if (data.status !== 'open' && data.status !== 're_escalated') return [];
    if (data.raised_on === undefined) return [];
    const days = workingDays(input, data.raised_on, input.asOf);
    if (days <= limitOf(input, 'E13', 'days', 2)) return [];
    const level = NEXT[data.level ?? 'L1'];
    return [
      {
        trigger: 'E13',
        code: 'unanswered',
        subject: id,
        to: HOLDERS[level],
        level,
        facts: { days },
      },
    ];
  });
