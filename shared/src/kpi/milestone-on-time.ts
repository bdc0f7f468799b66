import type { Milestone } from '../record/milestone.ts';
import type { TypedRecord } from '../record/record-types.ts';
import { percent, shareFigure, Tally } from './average.ts';
import { committedAt } from './history.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

type Due = (milestone: Milestone, day: string) => string | undefined;

function judgeAchieved(
  view: KpiView,
  id: string,
  actual: string,
  promised: string | undefined,
  tally: Tally,
): void {
  if (!view.inWindow(actual)) return;
  if (promised === undefined) tally.leaveOut(id, 'missing-committed-date');
  else tally.count(id, actual <= promised ? 1 : 0);
}

function judgeOpen(view: KpiView, due: Due, record: TypedRecord<'milestone'>, tally: Tally): void {
  const promised = due(record.data, view.at);
  if (!view.inWindow(promised)) return;
  const status = view.statusAt(record);
  if (status === 'cancelled' || status === 'deferred') tally.leaveOut(record.id, status);
  else if (promised < view.asOf) tally.count(record.id, 0);
}

/** Achieved in the window counts there; due in it and not achieved counts as late, again (readings K1). */
function judge(view: KpiView, due: Due, tally: Tally): void {
  for (const record of view.records('milestone')) {
    const { id, actual_date: actual } = record.data;
    if (actual === undefined || actual > view.at) judgeOpen(view, due, record, tally);
    else judgeAchieved(view, id, actual, due(record.data, actual), tally);
  }
}

/** KPI 1: share of milestones met by the committed date in force, beside the share met by the first baseline. */
export const milestoneOnTime: KpiDefinition = {
  number: 1,
  key: 'milestone_on_time',
  unit: 'percent',
  better: 'up',
  target: { ok: ['>=', 80], warn: ['>=', 70] },
  measure: (view) => {
    const tally = new Tally();
    judge(view, (milestone, day) => committedAt(milestone, day, view.zone), tally);
    const against = new Tally();
    judge(view, (milestone) => milestone.baseline_date, against);
    const baseline = percent(against.good, against.items.length);
    const figure = shareFigure(tally.good, tally.items.length);
    return tally.figure(figure, { vs_baseline: baseline, vs_baseline_n: against.items.length });
  },
};
