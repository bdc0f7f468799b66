import type { Release, Step } from '../record/release.ts';
import type { Team } from '../record/workstream.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';
import { isAhead, stepTimes } from './step-times.ts';

/** The largest sum of allocations on one day from `asOf` on. Sums change only where an allocation starts. */
function peakAllocation(view: SignalView, { allocations }: Team): { pct: number; on: string } {
  const days = [view.asOf, ...allocations.map(({ from }) => from)].filter(
    (day) => day >= view.asOf,
  );
  const peaks = days.map((on) => {
    const running = allocations.filter(({ from, to }) => from <= on && to >= on);
    return { on, pct: running.reduce((total, { pct }) => total + pct, 0) };
  });
  return peaks.reduce((worst, peak) => (peak.pct > worst.pct ? peak : worst), {
    pct: 0,
    on: view.asOf,
  });
}

function judgeTeam(view: SignalView, team: Team): Found[] {
  const { pct, on } = peakAllocation(view, team);
  const over: Found[] =
    pct > view.limit('percent', 100)
      ? [
          {
            code: 'over-allocated',
            severity: 'high',
            subjects: [team.id],
            facts: { percent: pct, on },
          },
        ]
      : [];
  const vacant = team.critical_roles.flatMap(({ role, person, needed_from: needed }): Found[] => {
    if (person !== 'vacant' || needed === undefined) return [];
    const days = view.wd(view.asOf, needed);
    if (days > view.limit('days', 20)) return [];
    const facts = { role, needed, days };
    return [{ code: 'vacant-role', severity: 'high', subjects: [team.id, role], facts }];
  });
  return [...over, ...vacant];
}

type Timed = { step: Step; start: number; end: number };

/** Critical steps of one person that run at the same time. */
function judgeRelease(release: Release): Found[] {
  const timed = release.steps.flatMap((step): Timed[] => {
    const times = stepTimes(release, step);
    return step.critical && step.owner !== undefined && times ? [{ step, ...times }] : [];
  });
  return timed.flatMap((first, at) =>
    timed.slice(at + 1).flatMap((second): Found[] => {
      const together = first.start < second.end && second.start < first.end;
      if (first.step.owner !== second.step.owner || !together) return [];
      const subjects = [release.id, first.step.id, second.step.id];
      const facts = { owner: first.step.owner };
      return [{ code: 'two-at-once', severity: 'high', subjects, facts }];
    }),
  );
}

/** S-32: a team promised twice, a needed role still vacant, or one person at two critical steps. */
export const resourceContention: SignalDefinition = {
  rule: 'S-32',
  detect: (view) => [
    ...view.all('team').flatMap((team) => judgeTeam(view, team)),
    ...view.all('release').filter(isAhead).flatMap(judgeRelease),
  ],
};
