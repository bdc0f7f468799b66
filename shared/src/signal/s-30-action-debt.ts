import { actionClosureRate } from '../kpi/action-closure-rate.ts';
import { groupBy } from '../kpi/group-by.ts';
import { viewOf } from '../kpi/kpi-view.ts';
import { personId } from '../readiness/roles.ts';
import { addDays } from '../schedule/working-days.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const OPEN = new Set(['open', 'in_progress', 'blocked']);

function indebted(view: SignalView): Found[] {
  const late = view
    .all('action')
    .filter(({ status, due, owner }) => OPEN.has(status) && owner && due && due < view.asOf);
  const byOwner = groupBy(late, ({ owner }) => personId(view.program, owner as string));
  return [...byOwner].flatMap(([person, actions]): Found[] => {
    if (actions.length < view.limit('overdue', 3)) return [];
    const facts = { count: actions.length, actions: actions.map(({ id }) => id) };
    return [{ code: 'owner-overdue', severity: 'warn', subjects: [person], facts }];
  });
}

/** KPI 15, strict, over the last 30 days and the 30 days before (readings S-30.windows). */
function closing({ program, asOf, limit }: SignalView): Found[] {
  const rate = (from: number, to: number): number | null => {
    const window = { from: addDays(asOf, from), to: addDays(asOf, to) };
    return actionClosureRate.measure(viewOf(program, window, asOf)).value;
  };
  const [now, before] = [rate(-29, 0), rate(-59, -30)];
  const least = limit('percent', 85);
  if (now === null || before === null || now >= least || before >= least) return [];
  const facts = { now: Math.round(now), before: Math.round(before) };
  return [{ code: 'closing-slowly', severity: 'warn', subjects: ['program'], facts }];
}

/** S-30: somebody has three actions overdue; or fewer actions are done in time, two months running. */
export const actionDebt: SignalDefinition = {
  rule: 'S-30',
  personal: true,
  detect: (view) => [...indebted(view), ...closing(view)],
};
