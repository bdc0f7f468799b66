import type { TypedRecord } from '../record/record-types.ts';
import { daysBetween } from '../schedule/working-days.ts';
import { mean, meanFigure, median, Tally } from './average.ts';
import { groupBy } from './group-by.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

const RESOLVED = new Set(['accepted', 'declined', 'cancelled']);
const UNCOMMITTED = new Set(['identified', 'requested', 'negotiating']);

type Aged = { record: TypedRecord<'dependency'>; days: number };

function ageOpen(view: KpiView, tally: Tally): Aged[] {
  return view.records('dependency').flatMap((record) => {
    if (RESOLVED.has(view.statusAt(record))) return [];
    const { raised } = record.data;
    if (raised === undefined) {
      tally.leaveOut(record.id, 'missing-raised');
      return [];
    }
    const days = daysBetween(raised, view.at);
    tally.count(record.id, days);
    return [{ record, days }];
  });
}

/** Calendar days from raised to agreement, of the open ones that have one. */
function agreementAges(view: KpiView, aged: readonly Aged[]): number[] {
  return aged.flatMap(({ record: { data } }) => {
    const agreed = data.agreement === undefined ? undefined : view.day(data.agreement.at);
    if (agreed === undefined || agreed > view.at || data.raised === undefined) return [];
    return [daysBetween(data.raised, agreed)];
  });
}

function byProvider(aged: readonly Aged[]): Record<string, { mean: number | null; n: number }> {
  const teams = groupBy(aged, ({ record }) => record.data.provider.team ?? 'unknown');
  return Object.fromEntries(
    [...teams].map(([team, found]) => [
      team,
      { mean: mean(found.map(({ days }) => days)), n: found.length },
    ]),
  );
}

/** KPI 5: mean calendar days that unresolved dependencies have been open. */
export const dependencyAging: KpiDefinition = {
  number: 5,
  key: 'dependency_aging',
  unit: 'days',
  better: 'down',
  target: { ok: ['<', 14], warn: ['<', 28] },
  measure: (view) => {
    const tally = new Tally();
    const aged = ageOpen(view, tally);
    const loose = aged.filter(({ record }) => UNCOMMITTED.has(view.statusAt(record)));
    return tally.figure(meanFigure(tally.values), {
      median: median(tally.values),
      max: tally.values.length === 0 ? null : Math.max(...tally.values),
      agreement_age: mean(agreementAges(view, aged)),
      uncommitted_only: mean(loose.map(({ days }) => days)),
      by_provider: byProvider(aged),
    });
  },
};
