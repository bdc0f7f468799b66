import { groupBy } from '../kpi/group-by.ts';
import { personId } from '../readiness/roles.ts';
import type { AnyRecord } from '../record/record-types.ts';
import { isOpen } from './is-open.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const NEAR_DAYS = 5;

/** Open milestones and dependencies with little float, and the open risks and issues that affect them. */
function onThePath(view: SignalView): AnyRecord[] {
  const { plan, solution: _, schedule } = view.plan();
  const near = new Set(
    schedule.nodes.filter(({ tf }) => tf <= NEAR_DAYS + 1e-9).map(({ id }) => id),
  );
  for (const { to, dependency } of plan.links) {
    if (dependency !== undefined && near.has(to)) near.add(dependency);
  }
  const around = [...near].flatMap((id) => [
    view.program.records.get(id),
    ...view.relations.affecting(id),
  ]);
  const open = around.filter((record) => record !== undefined && isOpen(record)) as AnyRecord[];
  return [...new Set(open)];
}

const ownersOf = (view: SignalView, records: readonly AnyRecord[]): Map<string, AnyRecord[]> =>
  groupBy(
    records.filter(({ data }) => data.owner !== undefined),
    ({ data }) => personId(view.program, data.owner as string),
  );

function overloaded(view: SignalView): Found[] {
  const items = onThePath(view);
  return [...ownersOf(view, items)].flatMap(([person, owned]): Found[] => {
    const share = (100 * owned.length) / items.length;
    if (owned.length < view.limit('count', 5) || share < view.limit('percent', 25)) return [];
    const facts = { count: owned.length, of: items.length };
    return [{ code: 'single-owner', severity: 'warn', subjects: [person], facts }];
  });
}

/** The program manager owns what others should own. */
function centralised(view: SignalView): Found[] {
  const { byKind, charter } = view.program;
  const { risk, issue, dependency, action } = byKind;
  const open = [...risk, ...issue, ...dependency, ...action].filter(isOpen);
  const manager = charter.program_manager && personId(view.program, charter.program_manager);
  const owned = ownersOf(view, open).get(manager ?? '') ?? [];
  const share = open.length === 0 ? 0 : (100 * owned.length) / open.length;
  if (manager === undefined || share <= view.limit('manager_percent', 30)) return [];
  const facts = { count: owned.length, of: open.length };
  return [{ code: 'over-centralised', severity: 'warn', subjects: [manager], facts }];
}

/** S-23: too much of what decides the end rests on one person. */
export const singleOwner: SignalDefinition = {
  rule: 'S-23',
  personal: true,
  detect: (view) => [...overloaded(view), ...centralised(view)],
};
