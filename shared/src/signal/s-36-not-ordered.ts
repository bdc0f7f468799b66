import { isUnresolved } from '../health/dependency-figures.ts';
import type { SignalDefinition } from './signal.ts';

/** S-36: a vendor or environment that takes longer to get than there is time, and is not ordered. */
export const notOrdered: SignalDefinition = {
  rule: 'S-36',
  detect: ({ all, asOf, wd }) =>
    all('dependency').flatMap((dependency) => {
      const { id, type, lead_time_days: lead, need_by, ordered_on, delivered_on } = dependency;
      const bought = type === 'vendor' || type === 'environment';
      if (!bought || !isUnresolved(dependency) || lead === undefined || need_by === undefined)
        return [];
      const left = wd(asOf, need_by);
      const got = ordered_on ?? delivered_on;
      if (lead <= left || (got !== undefined && got <= asOf)) return [];
      const facts = { lead, left, need_by };
      return [{ code: 'not-ordered', severity: 'high' as const, subjects: [id], facts }];
    }),
};
