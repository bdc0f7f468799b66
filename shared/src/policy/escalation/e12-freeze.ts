import type { Trigger } from './escalation.ts';

/** E12: something went out during a freeze or outside its change window. To the change advisory board and operations. */
export const freeze: Trigger = ({ freezeViolations = [] }) =>
  freezeViolations.map(({ subject, at }) => ({
    trigger: 'E12',
    code: 'violated',
    subject,
    to: ['cab', 'sre_ops_lead'],
    level: 'cab',
    facts: { at },
  }));
