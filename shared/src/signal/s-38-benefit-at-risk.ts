import { finishOf } from '../health/milestone-figures.ts';
import { benefitToDate } from '../kpi/benefits-realization.ts';
import type { Benefit } from '../record/benefit.ts';
import { earliest } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const ALIVE = new Set<Benefit['status']>(['approved', 'in_delivery', 'tracking']);

/** What enables the benefit comes after its first planned period ends. */
function enablerLate({ program }: SignalView, benefit: Benefit): Found[] {
  const first = earliest(...benefit.profile.map(({ period_end }) => period_end));
  if (first === undefined) return [];
  return benefit.enablers.flatMap((id): Found[] => {
    const record = program.records.get(id);
    const finish = record?.kind === 'milestone' ? finishOf(record.data) : undefined;
    if (finish === undefined || finish <= first) return [];
    const facts = { finish, first };
    return [{ code: 'enabler-late', severity: 'warn', subjects: [benefit.id, id], facts }];
  });
}

function assumptionBroken({ program }: SignalView, benefit: Benefit): Found[] {
  return benefit.assumptions
    .filter((id) => program.records.get(id)?.data.status === 'invalid')
    .map((id) => ({ code: 'assumption-broken', severity: 'warn', subjects: [benefit.id, id] }));
}

function belowPlan(view: SignalView, benefit: Benefit): Found[] {
  const toDate = benefitToDate(benefit, view.asOf);
  const from = benefit.nature === 'financial' ? 0 : benefit.baseline?.value;
  if (toDate === undefined || from === undefined || toDate.planned === from) return [];
  const percent = (100 * (toDate.actual - from)) / (toDate.planned - from);
  if (percent >= view.limit('percent', 70)) return [];
  const facts = { percent: Math.round(percent) };
  return [{ code: 'below-plan', severity: 'warn', subjects: [benefit.id], facts }];
}

/** S-38: a benefit whose enabler is late, whose assumption broke, or that stays well below plan. */
export const benefitAtRisk: SignalDefinition = {
  rule: 'S-38',
  detect: (view) =>
    view
      .all('benefit')
      .filter(({ status }) => ALIVE.has(status))
      .flatMap((each) => [
        ...enablerLate(view, each),
        ...assumptionBroken(view, each),
        ...belowPlan(view, each),
      ]),
};
