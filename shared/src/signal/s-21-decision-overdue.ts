import { DECISION_LIMITS } from '../kpi/decision-latency.ts';
import type { Decision } from '../record/decision.ts';
import { addWorkingDays } from '../schedule/working-days.ts';
import { dayAfter, earliest } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function touchesCriticalPath(view: SignalView, { affects, links }: Decision): boolean {
  const linked = links.filter(({ rel }) => rel === 'affects').map(({ to }) => to);
  return [...affects, ...linked].some((id) => (view.floatOf(id) ?? 1) <= 1e-9);
}

function judge(view: SignalView, decision: Decision): Found[] {
  const { id, needed_by: needed, requested_on: requested, approver } = decision;
  const limit = view.limit(decision.class, DECISION_LIMITS[decision.class]);
  const age = requested === undefined ? undefined : view.wd(requested, view.asOf);
  const tooOld = age !== undefined && age > limit;
  const missed = needed !== undefined && needed < view.asOf;
  if (!tooOld && !missed) return [];
  return [
    {
      code: missed ? 'past-need' : 'too-old',
      severity: touchesCriticalPath(view, decision) ? 'critical' : 'high',
      subjects: [id],
      facts: { needed, age, limit, approver },
      since: earliest(
        missed ? dayAfter(needed) : undefined,
        tooOld ? addWorkingDays(view.calendar, requested as string, limit + 1) : undefined,
      ),
    },
  ];
}

/** S-21: a decision asked for and not made by the day it was needed, or within the time of its class. */
export const decisionOverdue: SignalDefinition = {
  rule: 'S-21',
  detect: (view) =>
    view
      .all('decision')
      .filter(({ status }) => status === 'requested')
      .flatMap((decision) => judge(view, decision)),
};
