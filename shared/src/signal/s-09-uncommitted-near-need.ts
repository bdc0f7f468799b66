import type { SignalDefinition } from './signal.ts';

const UNCOMMITTED = new Set(['identified', 'requested', 'negotiating']);

/** S-09: nobody has promised a dependency and its lead time has begun. */
export const uncommittedNearNeed: SignalDefinition = {
  rule: 'S-09',
  detect: ({ all, asOf, wd, limit }) =>
    all('dependency').flatMap(({ id, status, need_by, lead_time_days, provider }) => {
      if (!UNCOMMITTED.has(status) || need_by === undefined) return [];
      const left = wd(asOf, need_by);
      const lead = lead_time_days ?? limit('lead_days', 20);
      if (left > lead) return [];
      const facts = { left, lead, need_by, team: provider.team };
      return [{ code: 'uncommitted', severity: 'high' as const, subjects: [id], facts }];
    }),
};
