import { notInPast } from '../day-check.ts';
import { filled } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append, findTarget } from '../target.ts';

/** Promises a date: the first one becomes the baseline, which is written once (domain 1.6). */
export type CommitMilestone = {
  intent: 'commit-milestone';
  id: string;
  committed_date: string;
  acceptance_criteria?: readonly string[];
  reason?: string;
  /** CR or DEC behind it. */
  ref?: string;
};

export function planCommitMilestone(intent: CommitMilestone, context: PlanContext): Planned {
  const { id, committed_date: date, acceptance_criteria, reason, ref } = intent;
  const target = findTarget(context, id, 'milestone');
  if (!target.ok) return target;
  const { baseline_date, committed_date, forecast_date } = target.value.data;
  const first = baseline_date === undefined;
  const history = filled({
    at: context.at,
    from: committed_date,
    to: date,
    reason: reason ?? (first ? 'first baseline' : undefined),
    ref,
  });
  const forecast = { as_of: context.today, date, by: context.by };
  const unseen = forecast_date === undefined;
  return planMove(context, {
    ...intent,
    kinds: ['milestone'],
    verb: 'Commit',
    to: 'committed',
    ref,
    set: {
      ...(first ? { baseline_date: date } : {}),
      committed_date: date,
      ...(unseen ? { forecast_date: date } : {}),
      acceptance_criteria,
    },
    ops: [
      ...(committed_date === date ? [] : [append('baseline_history', history)]),
      ...(unseen ? [append('forecast_history', forecast)] : []),
    ],
    guard: () => notInPast(context, 'committed_date', date),
  });
}
