import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Will not be done, and why (domain 1.14). */
export type CancelAction = { intent: 'cancel-action'; id: string; reason: string };

export const planCancelAction = (intent: CancelAction, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['action'],
    verb: 'Cancel',
    to: 'cancelled',
    note: intent.reason,
    set: { cancel_reason: intent.reason },
    guard: () => mustSay(context, 'reason', intent.reason),
  });
