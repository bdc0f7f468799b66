import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Whoever closes has looked at the resolution; critical and high ones need a second pair of eyes (domain 1.10). */
export type CloseIssue = { intent: 'close-issue'; id: string; root_cause?: string; note?: string };

export const planCloseIssue = (intent: CloseIssue, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['issue'],
    verb: 'Close',
    to: 'closed',
    note: intent.note,
    set: {
      closed_on: context.today,
      verified_by: context.by,
      root_cause: intent.root_cause,
    },
  });
