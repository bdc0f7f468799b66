import { statusAt } from '../kpi/history.ts';
import { isApplicable } from '../readiness/assess-criteria.ts';
import { criteriaOf } from '../record/criteria-of.ts';
import type { Gate } from '../record/gate.ts';
import { addWorkingDays } from '../schedule/working-days.ts';
import { workedGates } from './open-gates.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

type Progress = { total: number; unmet: number; mandatory: number; rate: number };

/** Criteria met and unmet now, and how many were met per working day over the last ten. */
function progressOf({ program, asOf, calendar }: SignalView, gate: Gate): Progress {
  const days = 10;
  const before = addWorkingDays(calendar, asOf, -days);
  const zone = program.charter.timezone;
  const criteria = criteriaOf(program, gate.id).filter(({ data }) => isApplicable(data));
  const unmet = criteria.filter(({ data }) => data.status !== 'met');
  const closed = criteria.filter((record) => {
    const { status, verified_on: on, log } = record.data;
    if (status !== 'met') return false;
    if (on !== undefined && log.every(({ event }) => event !== 'status'))
      return on.slice(0, 10) > before;
    return statusAt(record, before, zone) !== 'met';
  });
  return {
    total: criteria.length,
    unmet: unmet.length,
    mandatory: unmet.filter(({ data }) => data.mandatory).length,
    rate: closed.length / days,
  };
}

function judge(view: SignalView, gate: Gate, review: string): Found[] {
  const left = view.wd(view.asOf, review);
  const { total, unmet, mandatory, rate } = progressOf(view, gate);
  if (total === 0 || unmet === 0) return [];
  const strict = (100 * (total - unmet)) / total;
  const facts = { review, left, unmet, mandatory, strict: Math.round(strict), rate };
  const found = (code: string, severity: Found['severity']): Found[] => [
    { code, severity, subjects: [gate.id], facts },
  ];
  if (mandatory > 0 && left <= 1) return found('mandatory-unmet', 'critical');
  if (strict < view.limit('percent', 80) && left <= 5) return found('below-share', 'high');
  // Months ahead nothing needs to close yet: the comparison of rates speaks only inside the horizon.
  if (left > view.limit('horizon_days', 60)) return [];
  const needed = left > 0 ? unmet / left : Number.POSITIVE_INFINITY;
  return needed > view.limit('times', 2) * rate ? found('too-slow', 'high') : [];
}

/** S-19: at the speed of the last ten working days the gate will not be ready. */
export const readinessTrajectory: SignalDefinition = {
  rule: 'S-19',
  detect: (view) =>
    workedGates(view).flatMap((gate) =>
      gate.review_date ? judge(view, gate, gate.review_date) : [],
    ),
};
