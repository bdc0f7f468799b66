import type { Guard } from './guard.ts';
import { hasReason, linkedIds, unmet } from './guard.ts';

/** Domain 1.9. */
export const assumptionGuards: readonly Guard<'assumption'>[] = [
  {
    to: ['invalid'],
    check: ({ data }) =>
      linkedIds(data, ['R', 'I', 'CR']).length > 0 ? undefined : unmet('no-consequence', 'links'),
  },
  {
    to: ['retired'],
    check: ({ data }) => (hasReason(data.log, 'retired') ? undefined : unmet('no-reason', 'log')),
  },
];
