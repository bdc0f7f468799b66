import { forecastMoves, startOf } from '../health/milestone-figures.ts';
import { isOpenMilestone } from '../health/milestone-health.ts';
import { committedAt } from '../kpi/history.ts';
import type { Milestone } from '../record/milestone.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

/** Share of the planned length in percent; undefined without start or committed date. */
function shareOfLength(view: SignalView, milestone: Milestone, days: number): number | undefined {
  const { charter } = view.program;
  const start = startOf(charter, milestone);
  const committed = committedAt(milestone, view.asOf, charter.timezone);
  if (start === undefined || committed === undefined) return undefined;
  return (100 * days) / Math.max(1, view.wd(start, committed));
}

function judge(view: SignalView, milestone: Milestone): Found[] {
  const moves = forecastMoves(view.program.charter, milestone, view.asOf, view.limit('window', 60));
  const first = moves[0];
  const last = moves.at(-1);
  if (first === undefined || last === undefined) return [];
  const slips = moves.filter(({ from, to }) => to > from).length;
  const net = view.wd(first.from, last.to);
  const share = shareOfLength(view, milestone, net) ?? 0;
  const often = slips >= view.limit('moves', 2);
  const far = net >= view.limit('days', 10) || (net > 0 && share >= view.limit('percent', 20));
  if (!often && !far) return [];
  const facts = {
    slips,
    days: net,
    percent: Math.round(share * 10) / 10,
    from: first.from,
    to: last.to,
  };
  const code = often ? 'slips-again' : 'slips-far';
  return [{ code, severity: 'high', subjects: [milestone.id], facts, since: last.on }];
}

/** S-12: a forecast that moved later twice in 60 days, or by ten days, or by a fifth of the planned length. */
export const repeatedSlips: SignalDefinition = {
  rule: 'S-12',
  detect: (view) =>
    view
      .all('milestone')
      .filter(isOpenMilestone)
      .flatMap((each) => judge(view, each)),
};
