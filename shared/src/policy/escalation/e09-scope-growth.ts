import { limitOf, type Trigger } from './escalation.ts';

/** E9: more than 5 percent of scope came in without a change request. To the change control board and the sponsor. */
export const scopeGrowth: Trigger = (input) => {
  const percent = input.unroutedScopePercent;
  if (percent === undefined || percent <= limitOf(input, 'E9', 'percent', 5)) return [];
  const to = ['change_authority', 'executive_sponsor'];
  return [
    { trigger: 'E9', code: 'unrouted', subject: 'program', to, level: 'L3', facts: { percent } },
  ];
};
