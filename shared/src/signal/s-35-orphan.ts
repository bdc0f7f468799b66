import { isOpenMilestone } from '../health/milestone-health.ts';
import { isOpen } from './is-open.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function affectsNothing({ program }: SignalView): Found[] {
  const { risk, issue, dependency } = program.byKind;
  const open = [...risk, ...issue, ...dependency].filter(isOpen);
  const orphans = open.filter(({ kind, data }) => {
    const linked = data.links.some(({ rel }) => rel === 'affects');
    const serves = kind === 'dependency' && data.consumer.milestone !== undefined;
    return data.affects.length === 0 && !linked && !serves;
  });
  return orphans.map(({ id, data }) => ({
    code: 'affects-nothing',
    severity: 'info',
    subjects: [id],
    since: data.raised,
  }));
}

function dangling(view: SignalView): Found[] {
  const { links } = view.plan().plan;
  const tied = new Set(links.flatMap(({ from, to }) => [from, to]));
  return view
    .all('milestone')
    .filter((each) => isOpenMilestone(each) && !tied.has(each.id) && each.predecessors.length === 0)
    .map(({ id, raised }) => ({
      code: 'dangling',
      severity: 'info',
      subjects: [id],
      since: raised,
    }));
}

/** S-35: a risk, issue or dependency that affects nothing, or a milestone tied to no other. */
export const orphan: SignalDefinition = {
  rule: 'S-35',
  detect: (view) => [...affectsNothing(view), ...dangling(view)],
};
