import { notInFuture } from '../day-check.ts';
import { filled } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append } from '../target.ts';

/** Nothing more is expected of the risk; the outcome says why (domain 1.8). */
export type CloseRisk = {
  intent: 'close-risk';
  id: string;
  outcome:
    | 'mitigated'
    | 'avoided'
    | 'transferred'
    | 'did_not_occur'
    | 'occurred'
    | 'escalated'
    | 'duplicate'
    | 'rejected';
  note?: string;
  /** Default today. */
  closed_on?: string;
  /** Final rating, 1..5 each. */
  residual?: { probability: number; impact: Readonly<Record<string, number | undefined>> };
  /** Forum or register that owns an escalated risk now. */
  escalated_to?: string;
};

export function planCloseRisk(intent: CloseRisk, context: PlanContext): Planned {
  const { id, outcome, note, residual, escalated_to } = intent;
  const closed_on = intent.closed_on ?? context.today;
  const rating = { at: context.today, by: context.by, state: 'residual' };
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['risk'],
    verb: 'Close',
    to: 'closed',
    note,
    set: { closed_on, outcome, closure_note: note, escalated_to },
    ops: residual === undefined ? [] : [append('assessments', { ...rating, ...filled(residual) })],
    guard: () => notInFuture(context, 'closed_on', closed_on),
  });
}
