import { isOpenMilestone } from '../health/milestone-health.ts';
import { isExternal } from './is-open.ts';
import type { Found, SignalDefinition } from './signal.ts';

/** S-37: a date promised outside the program that the simulation rarely meets. */
export const unlikelyDate: SignalDefinition = {
  rule: 'S-37',
  needs: ['forecast'],
  detect: ({ activity, program, limit }) =>
    (activity.forecast?.milestones ?? []).flatMap(
      ({ id, probability, committed, p80 }): Found[] => {
        const record = program.records.get(id);
        if (record?.kind !== 'milestone' || probability === null) return [];
        if (!isOpenMilestone(record.data) || !isExternal(record.data)) return [];
        if (probability >= limit('warn_percent', 80)) return [];
        const severity = probability < limit('critical_percent', 50) ? 'critical' : 'warn';
        const facts = { percent: Math.round(probability), committed, p80 };
        return [{ code: 'unlikely', severity, subjects: [id], facts }];
      },
    ),
};
