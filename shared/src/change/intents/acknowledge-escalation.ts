import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Seen and taken on by the one it was raised to (domain 1.18, E13). */
export type AcknowledgeEscalation = {
  intent: 'acknowledge-escalation';
  id: string;
  note?: string;
};

export const planAcknowledgeEscalation = (
  intent: AcknowledgeEscalation,
  context: PlanContext,
): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['escalation'],
    verb: 'Acknowledge',
    to: 'acknowledged',
    note: intent.note,
    set: { acknowledged_on: context.at },
  });
