import type { Benefit } from '../record/benefit.ts';
import { mean, percent, sum, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

const DELIVERING = new Set([
  'in_delivery',
  'tracking',
  'realized',
  'partially_realized',
  'not_realized',
]);

export type ToDate = { planned: number; actual: number };

/** Plan and actual up to a day; undefined before the first period ends (readings K16.missing). */
export function benefitToDate(benefit: Benefit, day: string): ToDate | undefined {
  const past = benefit.profile
    .filter(({ period_end }) => period_end <= day)
    .toSorted((a, b) => (a.period_end < b.period_end ? -1 : 1));
  const last = past.at(-1);
  if (last === undefined) return undefined;
  if (benefit.profile_mode === 'per_period') {
    return {
      planned: sum(past.map(({ planned }) => planned)),
      actual: sum(past.map(({ actual }) => actual ?? 0)),
    };
  }
  const none = benefit.nature === 'financial' ? 0 : (benefit.baseline?.value ?? 0);
  const known = past.findLast(({ actual }) => actual !== undefined)?.actual;
  return { planned: last.planned, actual: known ?? none };
}

type Sorted = { financial: ToDate[]; ratios: { id: string; value: number }[] };

function sortBenefit(view: KpiView, benefit: Benefit, tally: Tally, sorted: Sorted): void {
  const { id, nature, baseline } = benefit;
  const toDate = benefitToDate(benefit, view.at);
  if (toDate === undefined) return;
  const from = nature === 'financial' ? 0 : baseline?.value;
  if (from === undefined) tally.leaveOut(id, 'missing-baseline');
  else if (toDate.planned === from) tally.leaveOut(id, 'planned-equals-baseline');
  else if (nature === 'financial') {
    const actual = Math.min(toDate.actual, 1.5 * toDate.planned);
    sorted.financial.push({ planned: toDate.planned, actual });
    tally.count(id, (100 * actual) / toDate.planned);
  } else {
    const value = (100 * (toDate.actual - from)) / (toDate.planned - from);
    sorted.ratios.push({ id, value });
  }
}

/** KPI 16: money realised against plan, each benefit capped at 150%; without money, the mean of the other benefits. */
export const benefitsRealization: KpiDefinition = {
  number: 16,
  key: 'benefits_realization',
  unit: 'percent',
  better: 'up',
  target: { ok: ['>=', 70], warn: ['>=', 50] },
  measure: (view) => {
    const tally = new Tally();
    const sorted: Sorted = { financial: [], ratios: [] };
    for (const record of view.records('benefit')) {
      if (DELIVERING.has(view.statusAt(record))) sortBenefit(view, record.data, tally, sorted);
    }
    const planned = sum(sorted.financial.map((each) => each.planned));
    const actual = sum(sorted.financial.map((each) => each.actual));
    const other = mean(sorted.ratios.map(({ value }) => value));
    const hasMoney = sorted.financial.length > 0;
    for (const { id, value } of sorted.ratios) tally.count(id, value);
    const ratios = sum(sorted.ratios.map(({ value }) => value));
    const figure = hasMoney
      ? {
          value: percent(actual, planned),
          n: sorted.financial.length,
          numerator: actual,
          denominator: planned,
        }
      : {
          value: other,
          n: sorted.ratios.length,
          numerator: other === null ? null : ratios,
          denominator: other === null ? null : sorted.ratios.length,
        };
    return tally.figure(figure, {
      financial: hasMoney ? percent(actual, planned) : null,
      non_financial: other,
    });
  },
};
