import { mustSay, notInFuture } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Answered, at which level, and whether it had to be done over (domain 1.18, KPI 19). */
export type ResolveEscalation = {
  intent: 'resolve-escalation';
  id: string;
  resolution: string;
  resolved_level: 'L1' | 'L2' | 'L3' | 'L4' | 'cab';
  /** Default today. */
  resolved_on?: string;
  rework?: boolean;
};

export function planResolveEscalation(intent: ResolveEscalation, context: PlanContext): Planned {
  const { id, resolution, resolved_level, rework } = intent;
  const resolved_on = intent.resolved_on ?? context.today;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['escalation'],
    verb: 'Resolve',
    to: 'resolved',
    set: { resolution, resolved_level, resolved_on, rework },
    guard: () =>
      mustSay(context, 'resolution', resolution) ??
      notInFuture(context, 'resolved_on', resolved_on),
  });
}
