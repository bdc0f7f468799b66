import { sum } from '../kpi/average.ts';
import type { SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const APPROVED = new Set(['approved', 'implemented', 'closed']);

/** Keys of items that an approved change request names. */
function approvedKeys({ all }: SignalView): ReadonlySet<string> {
  const approved = all('change').filter(({ status }) => APPROVED.has(status));
  return new Set(approved.flatMap(({ external }) => external.map(({ key }) => key)));
}

/** S-24: work that entered the scope after the baseline without an approved change. */
export const scopeCreep: SignalDefinition = {
  rule: 'S-24',
  needs: ['scopeItems'],
  detect: (view) => {
    const baseline = view.program.charter.scope?.baseline;
    const { date, size } = baseline ?? {};
    if (date === undefined || size === undefined || size <= 0) return [];
    const covered = approvedKeys(view);
    const creep = (view.activity.scopeItems ?? []).filter(({ key, addedAt }) => {
      const on = view.day(addedAt);
      return on > date && on <= view.asOf && !covered.has(key);
    });
    const percent = (100 * sum(creep.map((item) => item.size ?? 1))) / size;
    if (percent <= view.limit('warn_percent', 5)) return [];
    return [
      {
        code: 'scope-creep',
        severity: percent > view.limit('high_percent', 10) ? ('high' as const) : ('warn' as const),
        subjects: ['program'],
        facts: { percent: Math.round(percent * 10) / 10, items: creep.map(({ key }) => key) },
      },
    ];
  },
};
