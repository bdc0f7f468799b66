import { notInFuture } from '../day-check.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** The change is carried out. Only an emergency may come here without approval (domain 1.13). */
export type ImplementChange = {
  intent: 'implement-change';
  id: string;
  /** Default today. */
  implemented_on?: string;
  new_baseline_version?: string | number;
};

export function planImplementChange(intent: ImplementChange, context: PlanContext): Planned {
  const implemented_on = intent.implemented_on ?? context.today;
  return planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['change'],
    verb: 'Implement',
    to: 'implemented',
    set: { implemented_on, new_baseline_version: intent.new_baseline_version },
    guard: ({ id, status, data }) =>
      status === 'submitted' && data.urgency !== 'emergency'
        ? refuse('not-an-emergency', { id })
        : notInFuture(context, 'implemented_on', implemented_on),
  });
}
