import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** No longer needed, and why (domain 1.11). */
export type CancelDependency = { intent: 'cancel-dependency'; id: string; reason: string };

export const planCancelDependency = (intent: CancelDependency, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['dependency'],
    verb: 'Cancel',
    to: 'cancelled',
    note: intent.reason,
    guard: () => mustSay(context, 'reason', intent.reason),
  });
