import { notInPast } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Asks the provider: from here on the other team has it on its table (domain 1.11). */
export type RequestDependency = {
  intent: 'request-dependency';
  id: string;
  consumer_team?: string;
  provider_team?: string;
  provider_owner?: string;
  deliverable?: string;
  need_by?: string;
  note?: string;
};

export const planRequestDependency = (intent: RequestDependency, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['dependency'],
    verb: 'Request',
    to: 'requested',
    note: intent.note,
    set: {
      'consumer.team': intent.consumer_team,
      'provider.team': intent.provider_team,
      'provider.owner': intent.provider_owner,
      deliverable: intent.deliverable,
      need_by: intent.need_by,
    },
    guard: () => notInPast(context, 'need_by', intent.need_by),
  });
