import { isOpenMilestone } from '../health/milestone-health.ts';
import type { Milestone } from '../record/milestone.ts';
import { addDays } from '../schedule/working-days.ts';
import { isExternal } from './is-open.ts';
import { earliest } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const needsGate = (milestone: Milestone): boolean =>
  milestone.type === 'release' || milestone.type === 'cutover' || isExternal(milestone);

function judge({ asOf, relations, limit }: SignalView, milestone: Milestone): Found[] {
  const { id, committed_date: committed, forecast_date: forecast } = milestone;
  const due = earliest(committed, forecast);
  const days = limit('days', 30);
  if (due === undefined || due > addDays(asOf, days)) return [];
  const gate = relations.gateOf(id);
  if (gate !== undefined && gate.data.status !== 'draft') return [];
  const code = gate === undefined ? 'no-gate' : 'gate-draft';
  const subjects = gate === undefined ? [id] : [id, gate.id];
  return [{ code, severity: 'high', subjects, facts: { due }, since: addDays(due, -days) }];
}

/** S-17: a release, cutover or external date within 30 days without a gate, or with one still in draft. */
export const missingGate: SignalDefinition = {
  rule: 'S-17',
  detect: (view) =>
    view
      .all('milestone')
      .filter((milestone) => isOpenMilestone(milestone) && needsGate(milestone))
      .flatMap((milestone) => judge(view, milestone)),
};
