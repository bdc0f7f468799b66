import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Not now; the clock keeps running (domain 1.12). */
export type DeferDecision = { intent: 'defer-decision'; id: string; reason: string };

export const planDeferDecision = (intent: DeferDecision, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['decision'],
    verb: 'Defer',
    to: 'deferred',
    note: intent.reason,
    guard: () => mustSay(context, 'reason', intent.reason),
  });
