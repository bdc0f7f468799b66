import type { Guard } from './guard.ts';
import { isSaid, unmet } from './guard.ts';

const LIVE = ['approved', 'in_delivery', 'tracking', 'realized'] as const;

/** Domain 1.16: the actual of the last measured period reaches the target. */
const checkRealized: Guard<'benefit'>['check'] = ({ data }) => {
  const { target, measure, profile } = data;
  const measured = profile.filter(({ actual }) => actual !== undefined);
  if (target === undefined) return undefined;
  if (measured.length === 0) return unmet('no-actual', 'profile');
  const actuals = measured.map(({ actual }) => actual ?? 0);
  const actual =
    data.profile_mode === 'per_period' && data.nature === 'financial'
      ? actuals.reduce((sum, value) => sum + value, 0)
      : (actuals.at(-1) ?? 0);
  const reached = measure?.direction === 'down' ? actual <= target.value : actual >= target.value;
  return reached ? undefined : unmet('target-not-met', 'profile', { actual, target: target.value });
};

/** Domain 1.16: description, outcome and measure are required fields; attribution is one of two. */
export const benefitGuards: readonly Guard<'benefit'>[] = [
  {
    to: LIVE,
    check: ({ data }) =>
      isSaid(data.attribution_pct) || data.enablers.length > 0
        ? undefined
        : unmet('no-attribution', 'attribution_pct'),
  },
  {
    to: LIVE,
    check: ({ program, data }) =>
      data.owner !== undefined && data.owner === program.charter.program_manager
        ? unmet('owner-is-program-manager', 'owner', { person: data.owner })
        : undefined,
  },
  { to: ['realized'], check: checkRealized },
];
