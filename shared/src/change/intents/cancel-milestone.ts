import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append, requireRecords } from '../target.ts';

/** Gives a milestone up; the decision behind it is linked (domain 1.6). */
export type CancelMilestone = {
  intent: 'cancel-milestone';
  id: string;
  reason: string;
  /** CR or DEC that decided it. */
  decided_by?: string;
};

export function planCancelMilestone(intent: CancelMilestone, context: PlanContext): Planned {
  const { decided_by, reason } = intent;
  const known = requireRecords(context, [decided_by]);
  if (!known.ok) return known;
  const link = { rel: 'decided_by', to: decided_by };
  return planMove(context, {
    ...intent,
    kinds: ['milestone'],
    verb: 'Cancel',
    to: 'cancelled',
    note: reason,
    ...(decided_by === undefined ? {} : { ref: decided_by, ops: [append('links', link)] }),
    guard: () => mustSay(context, 'reason', reason),
  });
}
