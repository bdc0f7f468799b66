import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Looked back at: did it do what was promised? (domain 1.13) */
export type CloseChange = { intent: 'close-change'; id: string; review_note: string };

export const planCloseChange = (intent: CloseChange, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['change'],
    verb: 'Close',
    to: 'closed',
    set: { review_note: intent.review_note },
    guard: () => mustSay(context, 'review_note', intent.review_note),
  });
