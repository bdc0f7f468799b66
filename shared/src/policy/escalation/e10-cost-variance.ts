import { limitOf, type Trigger } from './escalation.ts';

/** E10: over or under budget by more than the tolerance. To the sponsor and finance. */
export const costVariance: Trigger = (input) => {
  const percent = input.costVariancePercent;
  const tolerance = input.program.charter.budget?.tolerance_pct ?? 5;
  const limit = limitOf(input, 'E10', 'percent', tolerance);
  if (percent === undefined || Math.abs(percent) <= limit) return [];
  const to = ['executive_sponsor', 'finance'];
  const facts = { percent, limit };
  return [{ trigger: 'E10', code: 'beyond-tolerance', subject: 'program', to, level: 'L3', facts }];
};
