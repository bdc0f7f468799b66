import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append, requireRecords } from '../target.ts';

/** The provider says no; the decision or escalation that follows is linked (domain 1.11). */
export type DeclineDependency = {
  intent: 'decline-dependency';
  id: string;
  reason: string;
  /** DEC or ESC. */
  decided_by?: string;
};

export function planDeclineDependency(intent: DeclineDependency, context: PlanContext): Planned {
  const { decided_by, reason } = intent;
  const known = requireRecords(context, [decided_by]);
  if (!known.ok) return known;
  const link = { rel: 'decided_by', to: decided_by };
  return planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['dependency'],
    verb: 'Decline',
    to: 'declined',
    note: reason,
    ref: decided_by,
    ops: decided_by === undefined ? [] : [append('links', link)],
    guard: () => mustSay(context, 'reason', reason),
  });
}
