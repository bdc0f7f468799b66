import type { Guard } from './guard.ts';
import { isSaid, unmet } from './guard.ts';

/** Domain 1.10: a serious issue is closed by a second person who knows why it happened. */
const checkClosed: Guard<'issue'>['check'] = ({ data }) => {
  if (data.severity !== 'critical' && data.severity !== 'high') return undefined;
  const missing = ['verified_by', 'root_cause'] as const;
  const found = missing
    .filter((field) => !isSaid(data[field]))
    .map((field) => unmet('missing', field, { field, state: 'closed' }));
  if (data.verified_by === undefined || data.verified_by !== data.owner) return found;
  return [...found, unmet('same-person', 'verified_by', { person: data.owner, other: 'owner' })];
};

export const issueGuards: readonly Guard<'issue'>[] = [
  { to: ['closed'], check: checkClosed },
  {
    to: ['in_progress'],
    from: ['resolved', 'closed'],
    check: ({ data }) =>
      data.reopenings.length > 0
        ? undefined
        : unmet('missing', 'reopenings', { field: 'reopenings' }),
  },
];
