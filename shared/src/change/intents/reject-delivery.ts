import { mustSay } from '../day-check.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Not what was agreed: back to work, which counts as rework (domain 1.11). */
export type RejectDelivery = { intent: 'reject-delivery'; id: string; reason: string };

export const planRejectDelivery = (intent: RejectDelivery, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['dependency'],
    verb: 'Reject delivery of',
    to: 'in_progress',
    note: intent.reason,
    remove: ['delivered_on'],
    guard: ({ id, status }) =>
      status === 'delivered'
        ? mustSay(context, 'reason', intent.reason)
        : refuse('not-delivered', { id, status }),
  });
