import type { CostSnapshot } from '../record/report.ts';
import { percent, sum, Tally } from './average.ts';
import type { Details, KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

type Line = CostSnapshot['lines'][number];

function latestSnapshot(view: KpiView): CostSnapshot | undefined {
  const known = view.program.byKind.cost
    .map(({ data }) => data)
    .filter(({ status, as_of: day }) => status !== 'void' && day !== undefined && day <= view.at);
  return known.toSorted((a, b) => ((a.as_of as string) < (b.as_of as string) ? -1 : 1)).at(-1);
}

const total = (lines: readonly Line[], pick: (line: Line) => number | undefined): number =>
  sum(lines.map((line) => pick(line) ?? 0));

/** Earned value where it is recorded: CV = EV − AC, positive is good, unlike our percentages. */
function earnedOf(lines: readonly Line[]): Details | null {
  const measured = lines.filter(({ earned }) => earned !== undefined);
  if (measured.length === 0) return null;
  const ev = total(measured, ({ earned }) => earned);
  const ac = total(measured, ({ actual }) => actual);
  return { ev, ac, cv: ev - ac };
}

function detailsOf(lines: readonly Line[]): Details {
  const budgeted = lines.filter(({ budget_to_date: budget }) => budget !== undefined);
  const budget = total(budgeted, ({ budget_to_date }) => budget_to_date);
  const spent = total(budgeted, ({ actual }) => actual);
  return {
    to_date: percent(spent - budget, budget),
    actual: total(lines, ({ actual }) => actual),
    earned_value: earnedOf(lines),
  };
}

/** KPI 17: (EAC − BAC) / BAC, positive is over budget; the variance to date stands beside it. */
export const costVariance: KpiDefinition = {
  number: 17,
  key: 'cost_variance',
  unit: 'percent',
  better: 'zero',
  target: { ok: ['<=', 5], warn: ['<=', 10] },
  judged: ({ value }) => (value === null ? null : Math.abs(value)),
  wholeOnly: true,
  measure: (view) => {
    const tally = new Tally();
    const snapshot = latestSnapshot(view);
    const ours = (snapshot?.lines ?? []).filter(({ workstream }) => view.belongs(workstream));
    const lines = ours.filter(({ actual }) => actual !== undefined);
    if (snapshot && lines.length < ours.length) tally.leaveOut(snapshot.id, 'missing-actual');
    if (snapshot) tally.count(snapshot.id);
    const bac = view.program.charter.budget?.bac ?? 0;
    const eac = total(lines, (line) => (line.actual ?? 0) + (line.forecast_to_complete ?? 0));
    const known = lines.length > 0 && bac > 0;
    return tally.figure(
      {
        value: known ? percent(eac - bac, bac) : null,
        n: lines.length,
        numerator: known ? eac - bac : null,
        denominator: known ? bac : null,
      },
      { ...detailsOf(lines), eac, vac: known ? bac - eac : null },
    );
  },
};
