import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Hands the request in; from here on assessment is owed (domain 1.13, S-39). */
export type SubmitChange = { intent: 'submit-change'; id: string; justification?: string };

export const planSubmitChange = (intent: SubmitChange, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['change'],
    verb: 'Submit',
    to: 'submitted',
    set: { justification: intent.justification, submitted_on: context.today },
  });
