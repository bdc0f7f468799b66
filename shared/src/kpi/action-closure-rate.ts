import type { Action } from '../record/action.ts';
import { percent, shareFigure, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

/** 1 done by the due day, 0 not, undefined while it is still open and the due day has not passed. */
function judge(view: KpiView, due: string, done: string | undefined): number | undefined {
  if (done !== undefined && done <= due) return 1;
  return due < view.asOf ? 0 : undefined;
}

const strictDue = ({ original_due, due_history, due }: Action): string | undefined =>
  original_due ?? due_history[0]?.from ?? due;

function countAction(view: KpiView, { id, done_on }: Action, due: string, tally: Tally): void {
  const done = done_on !== undefined && done_on <= view.asOf ? done_on : undefined;
  const verdict = judge(view, due, done);
  if (verdict !== undefined) tally.count(id, verdict);
}

function countBy(view: KpiView, dueOf: (action: Action) => string | undefined): Tally {
  const tally = new Tally();
  for (const record of view.records('action')) {
    if (view.statusAt(record) === 'cancelled') continue;
    const due = dueOf(record.data);
    if (due === undefined) tally.leaveOut(record.id, 'missing-due');
    else if (view.inWindow(due)) countAction(view, record.data, due, tally);
  }
  return tally;
}

/** KPI 15: actions done by the day first promised; beside it by the day now promised. */
export const actionClosureRate: KpiDefinition = {
  number: 15,
  key: 'action_closure_rate',
  unit: 'percent',
  better: 'up',
  target: { ok: ['>=', 85], warn: ['>=', 70] },
  measure: (view) => {
    const strict = countBy(view, strictDue);
    const lenient = countBy(view, ({ due }) => due);
    return strict.figure(shareFigure(strict.good, strict.items.length), {
      lenient: percent(lenient.good, lenient.items.length),
      lenient_n: lenient.items.length,
    });
  },
};
