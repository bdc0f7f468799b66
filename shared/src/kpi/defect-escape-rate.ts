import { addDays } from '../schedule/working-days.ts';
import { percent, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import { isReleased, releaseDay } from './release-day.ts';

/** KPI 10: defects found in production of all found, over the releases of the window. */
export const defectEscapeRate: KpiDefinition = {
  number: 10,
  key: 'defect_escape_rate',
  unit: 'percent',
  better: 'down',
  measure: (view) => {
    const tally = new Tally();
    let production = 0;
    let total = 0;
    let provisional = false;
    for (const { id, data } of view.records('release')) {
      const day = releaseDay(view, data);
      if (day === undefined && isReleased(data)) tally.leaveOut(id, 'missing-release-date');
      if (!view.inWindow(day)) continue;
      const found = data.outcome?.defects_found;
      if (found === undefined) {
        tally.leaveOut(id, 'missing-defects-found');
        continue;
      }
      tally.count(id, found.production);
      production += found.production;
      total += found.production + found.preprod;
      provisional ||= view.asOf < addDays(day, 30);
    }
    const n = tally.items.length;
    const known = n > 0;
    return tally.figure(
      {
        value: percent(production, total),
        n,
        numerator: known ? production : null,
        denominator: known ? total : null,
      },
      { provisional },
    );
  },
};
