import { notInFuture } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** The provider hands over; the consumer still has to accept (domain 1.11). */
export type DeliverDependency = {
  intent: 'deliver-dependency';
  id: string;
  /** Default today. */
  delivered_on?: string;
  note?: string;
};

export function planDeliverDependency(intent: DeliverDependency, context: PlanContext): Planned {
  const delivered_on = intent.delivered_on ?? context.today;
  return planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['dependency'],
    verb: 'Deliver',
    to: 'delivered',
    via: 'in_progress',
    note: intent.note,
    set: { delivered_on },
    guard: () => notInFuture(context, 'delivered_on', delivered_on),
  });
}
