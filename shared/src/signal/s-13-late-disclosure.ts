import { forecastMoves } from '../health/milestone-figures.ts';
import { isOpenMilestone } from '../health/milestone-health.ts';
import { committedAt } from '../kpi/history.ts';
import type { Milestone } from '../record/milestone.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

/** Longer than any program: every move of the history counts. */
const ALWAYS = 100_000;

function judge(view: SignalView, milestone: Milestone): Found[] {
  const { charter } = view.program;
  const late = forecastMoves(charter, milestone, view.asOf, ALWAYS).findLast(({ on, days }) => {
    const committed = committedAt(milestone, on, charter.timezone);
    if (committed === undefined || on > committed || days < view.limit('move_days', 5))
      return false;
    return view.wd(on, committed) <= view.limit('notice_days', 10);
  });
  if (late === undefined) return [];
  const committed = committedAt(milestone, late.on, charter.timezone) as string;
  const facts = { days: late.days, on: late.on, committed, notice: view.wd(late.on, committed) };
  return [{ code: 'late-news', severity: 'high', subjects: [milestone.id], facts, since: late.on }];
}

/** S-13: a large move of the forecast made shortly before the day that was promised. */
export const lateDisclosure: SignalDefinition = {
  rule: 'S-13',
  detect: (view) =>
    view
      .all('milestone')
      .filter(isOpenMilestone)
      .flatMap((each) => judge(view, each)),
};
