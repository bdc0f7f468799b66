import type { Issue } from '../record/issue.ts';
import { addDays } from '../schedule/working-days.ts';
import { shareFigure, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

/** Whether an issue was closed in the window, and whether that closing was undone by `asOf`; undefined when it was not closed. */
function closingOf(view: KpiView, { closed_on, reopenings }: Issue): 'kept' | 'undone' | undefined {
  const undone = reopenings.some(
    ({ on, previous_closed_on: closed }) => view.inWindow(closed) && on <= view.asOf,
  );
  if (undone) return 'undone';
  const closings = [closed_on, ...reopenings.map((each) => each.previous_closed_on)];
  return closings.some((day) => view.inWindow(day)) ? 'kept' : undefined;
}

/** KPI 8: share of issues closed in the window that were opened again. */
export const issueReopenRate: KpiDefinition = {
  number: 8,
  key: 'issue_reopen_rate',
  unit: 'percent',
  better: 'down',
  target: { ok: ['<', 10], warn: ['<', 20] },
  measure: (view) => {
    const tally = new Tally();
    for (const { id, data } of view.records('issue')) {
      const closing = closingOf(view, data);
      if (closing) tally.count(id, closing === 'undone' ? 1 : 0);
    }
    const immature = view.asOf < addDays(view.to, 30);
    return tally.figure(shareFigure(tally.good, tally.items.length), { immature });
  },
};
