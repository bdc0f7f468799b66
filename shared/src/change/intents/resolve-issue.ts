import { mustSay, notInFuture } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** The issue is solved; somebody else may close it after a look (domain 1.10). */
export type ResolveIssue = {
  intent: 'resolve-issue';
  id: string;
  resolution: string;
  root_cause?: string;
  root_cause_category?: string;
  /** Default today. */
  resolved_on?: string;
};

export function planResolveIssue(intent: ResolveIssue, context: PlanContext): Planned {
  const { id, resolution, root_cause, root_cause_category } = intent;
  const resolved_on = intent.resolved_on ?? context.today;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['issue'],
    verb: 'Resolve',
    to: 'resolved',
    set: { resolution, root_cause, root_cause_category, resolved_on },
    guard: () =>
      mustSay(context, 'resolution', resolution) ??
      notInFuture(context, 'resolved_on', resolved_on),
  });
}
