import { finishOf } from '../health/milestone-figures.ts';
import { forecastAge, isOpenMilestone } from '../health/milestone-health.ts';
import type { Milestone } from '../record/milestone.ts';
import { dependencyFinish } from '../schedule/dependency-finish.ts';
import { addDays, addWorkingDays } from '../schedule/working-days.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function finishOfPredecessor(view: SignalView, id: string): string | undefined {
  const record = view.program.records.get(id);
  if (record?.kind === 'milestone') return finishOf(record.data);
  if (record?.kind !== 'dependency') return undefined;
  return dependencyFinish(view.program, record.data, view.asOf);
}

const shortest = ({ estimate }: Milestone): number =>
  Math.floor(estimate?.optimistic ?? estimate?.duration_days ?? 0);

/** The forecast lies before what comes before it, its lag and the shortest duration allow. */
function impossible(view: SignalView, milestone: Milestone): Found[] {
  const { forecast_date: forecast, id } = milestone;
  if (forecast === undefined) return [];
  for (const { on, type, lag_days } of milestone.predecessors) {
    const before = finishOfPredecessor(view, on);
    if (before === undefined || (type !== 'FS' && type !== 'FF')) continue;
    const days = lag_days + (type === 'FS' ? shortest(milestone) : 0);
    const soonest = addWorkingDays(view.calendar, before, days);
    if (forecast >= soonest) continue;
    return [
      {
        code: 'impossible',
        severity: 'warn',
        subjects: [id, on],
        facts: { forecast, soonest, before },
      },
    ];
  }
  return [];
}

function fossil(view: SignalView, milestone: Milestone): Found[] {
  const age = forecastAge(milestone, view.asOf);
  const limit = view.limit('days', 14);
  if (milestone.status === 'planned' || age === undefined || age <= limit) return [];
  const since = addDays(view.asOf, limit + 1 - age);
  return [
    { code: 'fossil', severity: 'warn', subjects: [milestone.id], facts: { days: age }, since },
  ];
}

/** S-14: a forecast that cannot be true, or that nobody confirmed for two weeks. */
export const impossibleForecast: SignalDefinition = {
  rule: 'S-14',
  detect: (view) =>
    view
      .all('milestone')
      .filter(isOpenMilestone)
      .flatMap((each) => [...impossible(view, each), ...fossil(view, each)]),
};
