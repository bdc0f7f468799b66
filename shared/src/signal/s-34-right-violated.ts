import type { SignalDefinition } from './signal.ts';

/** S-34: a controlled change landed on the default branch without the approvals it needed (domain 3.3). */
export const rightViolated: SignalDefinition = {
  rule: 'S-34',
  needs: ['violations'],
  detect: ({ activity }) =>
    (activity.violations ?? []).map(({ rule, record, code, since }) => ({
      code: 'right-violated',
      severity: 'critical' as const,
      subjects: [record, rule],
      facts: { rule, finding: code },
      since,
    })),
};
