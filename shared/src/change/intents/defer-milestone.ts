import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append, requireRecords } from '../target.ts';

/** Puts a milestone off; the decision behind it is linked (domain 1.6). */
export type DeferMilestone = {
  intent: 'defer-milestone';
  id: string;
  reason: string;
  /** CR or DEC that decided it. */
  decided_by?: string;
};

export function planDeferMilestone(intent: DeferMilestone, context: PlanContext): Planned {
  const { decided_by, reason } = intent;
  const known = requireRecords(context, [decided_by]);
  if (!known.ok) return known;
  const link = { rel: 'decided_by', to: decided_by };
  return planMove(context, {
    ...intent,
    kinds: ['milestone'],
    verb: 'Defer',
    to: 'deferred',
    note: reason,
    ...(decided_by === undefined ? {} : { ref: decided_by, ops: [append('links', link)] }),
    guard: () => mustSay(context, 'reason', reason),
  });
}
