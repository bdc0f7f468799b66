import type { Release, Step } from '../record/release.ts';
import { epochMinutes } from '../schedule/day-of.ts';
import { packNetwork } from '../schedule/network.ts';
import { orderNetwork } from '../schedule/order-network.ts';
import { solveNetwork } from '../schedule/solve-network.ts';
import type { Found, SignalDefinition } from './signal.ts';
import { isAhead, stepTimes } from './step-times.ts';

const CUTOVER = new Set<Step['phase']>(['freeze', 'cutover', 'validate', 'decision']);

type Defect = { code: string; facts?: Found['facts']; step?: string };

/** Minutes of the longest chain of steps inside the window. */
function chainMinutes({ steps }: Release): number {
  const inside = steps.filter(({ phase }) => CUTOVER.has(phase));
  const ids = new Set(inside.map(({ id }) => id));
  const nodes = inside.map(({ id, duration_min }) => ({ id, duration: duration_min ?? 0 }));
  const links = inside.flatMap(({ id, after }) =>
    after.filter((before) => ids.has(before)).map((from) => ({ from, to: id })),
  );
  return solveNetwork(orderNetwork(packNetwork(nodes, links))).end;
}

function windowDefects(release: Release): Defect[] {
  const { change_window: window, rollback, steps } = release;
  if (window === undefined) return [];
  const [start, end] = [epochMinutes(window.start), epochMinutes(window.end)];
  const outside = steps.flatMap((step): Defect[] => {
    const times = CUTOVER.has(step.phase) ? stepTimes(release, step) : undefined;
    if (times === undefined || (times.start >= start && times.end <= end)) return [];
    return [{ code: 'step-outside', step: step.id, facts: { step: step.title } }];
  });
  const chain = chainMinutes(release);
  const needed = chain + (rollback?.max_minutes ?? 0);
  const facts = { chain, rollback: rollback?.max_minutes, window: end - start };
  return needed > end - start ? [...outside, { code: 'window-too-short', facts }] : outside;
}

function rollbackDefects({ rollback, steps }: Release): Defect[] {
  const unbacked = steps.filter(({ critical, backup }) => critical && backup === undefined);
  return [
    ...(rollback?.point_of_no_return === undefined ? [{ code: 'no-point-of-no-return' }] : []),
    ...(rollback?.rehearsed_on === undefined ? [{ code: 'not-rehearsed' }] : []),
    ...unbacked.map(({ id, title }) => ({ code: 'no-backup', step: id, facts: { step: title } })),
  ];
}

/** S-33: a cutover plan that cannot work as written. */
export const cutoverPlanDefect: SignalDefinition = {
  rule: 'S-33',
  detect: ({ all }) =>
    all('release')
      .filter(isAhead)
      .flatMap((release) =>
        [...windowDefects(release), ...rollbackDefects(release)].map(
          ({ code, facts, step }): Found => ({
            code,
            severity: 'critical',
            subjects: step === undefined ? [release.id] : [release.id, step],
            facts: facts ?? {},
          }),
        ),
      ),
};
