import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** The request is taken back (domain 1.13). */
export type WithdrawChange = { intent: 'withdraw-change'; id: string; reason: string };

export const planWithdrawChange = (intent: WithdrawChange, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['change'],
    verb: 'Withdraw',
    to: 'withdrawn',
    note: intent.reason,
    guard: () => mustSay(context, 'reason', intent.reason),
  });
