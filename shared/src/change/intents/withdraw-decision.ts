import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** The question is no longer asked (domain 1.12). */
export type WithdrawDecision = { intent: 'withdraw-decision'; id: string; reason: string };

export const planWithdrawDecision = (intent: WithdrawDecision, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['decision'],
    verb: 'Withdraw',
    to: 'withdrawn',
    note: intent.reason,
    guard: () => mustSay(context, 'reason', intent.reason),
  });
