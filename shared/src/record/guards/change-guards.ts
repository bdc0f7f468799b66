import type { Guard } from './guard.ts';
import { fieldOf, isSaid, unmet } from './guard.ts';

/** Domain 1.13: each holds a value or the word `none` before anybody may approve. */
export const IMPACT_DIMENSIONS = [
  'scope',
  'schedule',
  'cost',
  'resource',
  'architecture',
  'user_experience',
  'test',
  'documentation',
  'security',
  'operations',
  'risk',
  'benefits',
] as const;

const outcomes: Readonly<Record<string, readonly string[]>> = {
  approved: ['approved', 'approved_with_changes'],
  rejected: ['rejected'],
  deferred: ['deferred'],
};

/** Domain 1.13. Approvals are `policy/`'s. */
export const changeGuards: readonly Guard<'change'>[] = [
  {
    to: ['pending_approval'],
    check: ({ data }) => {
      const missing = IMPACT_DIMENSIONS.filter((name) => !isSaid(fieldOf(data.impact, name)));
      return data.impact === undefined || missing.length === 0
        ? undefined
        : unmet('impact-incomplete', 'impact', { missing });
    },
  },
  {
    to: ['implemented'],
    from: ['submitted'],
    check: ({ data }) =>
      data.urgency === 'emergency'
        ? undefined
        : unmet('only-emergency', 'urgency', { urgency: data.urgency }),
  },
  {
    to: ['approved', 'rejected', 'deferred'],
    check: ({ data, to }) => {
      const allowed = outcomes[to] ?? [];
      return data.outcome === undefined || allowed.includes(data.outcome)
        ? undefined
        : unmet('outcome-not-for-state', 'outcome', { outcome: data.outcome, allowed });
    },
  },
];
