import { forecastAccuracy } from '../health/milestone-figures.ts';
import type { Milestone } from '../record/milestone.ts';
import { addDays, workingDaysBetween } from '../schedule/working-days.ts';
import { mean, meanFigure, Tally } from './average.ts';
import { committedAt, forecastAt } from './history.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

const OPEN = new Set(['planned', 'committed', 'in_progress']);

type Signed = { id: string; days: number };

/** The day the first baseline was set stands in for a start (readings K2.start). */
function startOf(view: KpiView, milestone: Milestone): string | undefined {
  const first = milestone.baseline_history[0]?.at;
  return milestone.start_date ?? (first === undefined ? undefined : view.day(first));
}

type Dates = { committed: string; forecast: string; start: string };

/** The three dates SV% needs, or the first one that is missing. */
function datesOf(view: KpiView, data: Milestone): Dates | string {
  const committed = committedAt(data, view.at, view.zone);
  const forecast = forecastAt(data, view.at);
  const start = startOf(view, data);
  if (committed === undefined) return 'missing-committed-date';
  if (forecast === undefined) return 'missing-forecast-date';
  return start === undefined ? 'missing-start' : { committed, forecast, start };
}

function isNear(view: KpiView, data: Milestone): boolean {
  const horizon = addDays(view.at, 30);
  const days = [committedAt(data, view.at, view.zone), forecastAt(data, view.at)];
  return days.some((day) => day !== undefined && day <= horizon);
}

/** Open milestones due, or forecast, by 30 days from the end of the window, overdue ones too (readings K2). */
function varyOpen(view: KpiView, tally: Tally): Signed[] {
  return view.records('milestone').flatMap((record) => {
    const { id, data } = record;
    if (!OPEN.has(view.statusAt(record)) || !isNear(view, data)) return [];
    const dates = datesOf(view, data);
    if (typeof dates === 'string') {
      tally.leaveOut(id, dates);
      return [];
    }
    const days = workingDaysBetween(view.calendar, dates.committed, dates.forecast);
    const length = workingDaysBetween(view.calendar, dates.start, dates.committed);
    tally.count(id, Math.abs((100 * days) / Math.max(1, length)));
    return [{ id, days }];
  });
}

/** FA_30 of milestones achieved in the window: working days from the forecast of 30 days before to the day itself. */
function accuracyOf(view: KpiView): number[] {
  return view
    .records('milestone')
    .filter(({ data }) => view.inWindow(data.actual_date))
    .map(({ data }) => forecastAccuracy(view.program.charter, data))
    .filter((days) => days !== undefined);
}

/** KPI 2: mean of |SV%| over near-term open milestones. Positive signed days are late. */
export const scheduleVariance: KpiDefinition = {
  number: 2,
  key: 'schedule_variance',
  unit: 'percent',
  better: 'down',
  target: { ok: ['<', 10], warn: ['<', 20] },
  measure: (view) => {
    const tally = new Tally();
    const signed = varyOpen(view, tally);
    const accuracy = accuracyOf(view);
    return tally.figure(meanFigure(tally.values), {
      max: tally.values.length === 0 ? null : Math.max(...tally.values),
      signed_days: signed,
      forecast_accuracy_30: mean(accuracy),
      forecast_accuracy_n: accuracy.length,
    });
  },
};
