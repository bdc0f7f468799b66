import { notInFuture } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append } from '../target.ts';

/** Done; on time is judged against the first due date (domain 1.14). */
export type FinishAction = {
  intent: 'finish-action';
  id: string;
  /** Default today. */
  done_on?: string;
  /** `https:` address or a few words. */
  evidence?: string;
};

export function planFinishAction(intent: FinishAction, context: PlanContext): Planned {
  const { id, evidence } = intent;
  const done_on = intent.done_on ?? context.today;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['action'],
    verb: 'Finish',
    to: 'done',
    via: 'in_progress',
    set: { done_on },
    ops: evidence === undefined ? [] : [append('evidence', evidence)],
    guard: () => notInFuture(context, 'done_on', done_on),
  });
}
