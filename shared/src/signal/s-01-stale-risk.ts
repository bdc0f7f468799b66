import { lastReview, reviewInterval } from '../health/risk-figures.ts';
import type { Risk } from '../record/risk.ts';
import { addDays, daysBetween } from '../schedule/working-days.ts';
import { dayAfter, earliest } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function judge(view: SignalView, risk: Risk): Found | undefined {
  const { program, asOf } = view;
  const level = view.levelOf(risk);
  const last = lastReview(program.charter, risk, asOf) ?? risk.raised;
  const interval = level === undefined ? undefined : reviewInterval(program.charter, level);
  const tooOld = last !== undefined && interval !== undefined && daysBetween(last, asOf) > interval;
  const passed = risk.review_due !== undefined && risk.review_due < asOf;
  if (!tooOld && !passed) return undefined;
  return {
    code: 'not-reviewed',
    severity: level === 'critical' ? 'high' : 'warn',
    subjects: [risk.id],
    facts: { level, last, interval, review_due: risk.review_due },
    since: earliest(
      tooOld ? addDays(last, interval + 1) : undefined,
      passed ? dayAfter(risk.review_due as string) : undefined,
    ),
  };
}

/** S-01: a risk nobody looked at within the interval of its level, or by the day its review was due. */
export const staleRisk: SignalDefinition = {
  rule: 'S-01',
  detect: (view) =>
    view
      .all('risk')
      .filter(({ status }) => status === 'open' || status === 'treating')
      .map((risk) => judge(view, risk))
      .filter((found) => found !== undefined),
};
