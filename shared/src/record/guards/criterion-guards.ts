import type { Guard } from './guard.ts';
import { unmet } from './guard.ts';

/** Domain 1.7. Who may waive or rule out a criterion is `policy/`'s (DR-08b, DR-11). */
export const criterionGuards: readonly Guard<'criterion'>[] = [
  {
    to: ['met'],
    check: ({ data }) =>
      data.severity === 'high' && data.owner !== undefined && data.verified_by === data.owner
        ? unmet('same-person', 'verified_by', { person: data.owner, other: 'owner' })
        : undefined,
  },
  {
    to: ['waived'],
    from: ['not_started', 'in_progress', 'not_met'],
    check: ({ data, asOf }) =>
      data.waiver !== undefined && data.waiver.expires < asOf
        ? unmet('expired', 'waiver.expires', { day: data.waiver.expires })
        : undefined,
  },
];
