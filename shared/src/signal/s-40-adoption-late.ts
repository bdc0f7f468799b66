import { finishOf } from '../health/milestone-figures.ts';
import { criteriaOf } from '../record/criteria-of.ts';
import type { Criterion } from '../record/criterion.ts';
import type { Gate } from '../record/gate.ts';
import type { Release, Step } from '../record/release.ts';
import { epochDay } from '../schedule/epoch-day.ts';
import { dayAfter } from './later.ts';
import { openGates } from './open-gates.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';
import { isAhead, stepTimes } from './step-times.ts';

const ADOPTION = new Set<Criterion['category']>([
  'training',
  'communications',
  'support_readiness',
  'handover',
]);
const SETTLED = new Set<Criterion['status']>(['met', 'waived', 'not_applicable']);

/** Working days to a release day, when it is near. */
function nearDays(view: SignalView, day: string | undefined): number | undefined {
  const left = day === undefined ? undefined : view.wd(view.asOf, day);
  return left !== undefined && left >= 0 && left <= view.limit('days', 15) ? left : undefined;
}

function lateCriteria(view: SignalView, gate: Gate): Found[] {
  const milestone = view.program.records.get(gate.milestone ?? '');
  const day = milestone?.kind === 'milestone' ? finishOf(milestone.data) : gate.review_date;
  const left = nearDays(view, day);
  if (left === undefined) return [];
  return criteriaOf(view.program, gate.id).flatMap(({ id, data }): Found[] => {
    const { due, status, category } = data;
    const late = due !== undefined && due < view.asOf && !SETTLED.has(status);
    if (!ADOPTION.has(category) || !late) return [];
    const facts = { category, due, left };
    return [
      {
        code: 'criterion-late',
        severity: 'warn',
        subjects: [id, gate.id],
        facts,
        since: dayAfter(due),
      },
    ];
  });
}

function isDone({ program }: SignalView, release: Release, step: Step): boolean {
  const events = program.runs.get(release.id)?.events ?? [];
  return events.some(
    (each) => each.step === step.id && (each.event === 'done' || each.event === 'skipped'),
  );
}

/** Messages that should have gone out before the cutover. */
function lateSteps(view: SignalView, release: Release): Found[] {
  const start = release.change_window?.start;
  const left = nearDays(view, start === undefined ? undefined : view.day(start));
  if (left === undefined) return [];
  return release.steps.flatMap((step): Found[] => {
    const end = step.type === 'comms' ? stepTimes(release, step)?.end : undefined;
    const late = end !== undefined && end < epochDay(view.asOf) * 1440;
    if (!late || isDone(view, release, step)) return [];
    const facts = { step: step.title, left };
    return [{ code: 'step-late', severity: 'warn', subjects: [release.id, step.id], facts }];
  });
}

/** S-40: training, messages, support or handover are late and the release is near. */
export const adoptionLate: SignalDefinition = {
  rule: 'S-40',
  detect: (view) => [
    ...openGates(view).flatMap((gate) => lateCriteria(view, gate)),
    ...view
      .all('release')
      .filter(isAhead)
      .flatMap((release) => lateSteps(view, release)),
  ],
};
