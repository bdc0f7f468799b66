import { ok } from '../../result.ts';
import { mustSay, notInPast } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { logField } from '../log-entry.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget, requireRecords, setFields } from '../target.ts';

/** Moves the committed date. The old one stays in `baseline_history`; the first baseline never changes. */
export type RebaselineMilestone = {
  intent: 'rebaseline-milestone';
  id: string;
  committed_date: string;
  reason: string;
  /** CR or DEC that allows it. */
  ref?: string;
};

export function planRebaselineMilestone(
  intent: RebaselineMilestone,
  context: PlanContext,
): Planned {
  const { id, committed_date: to, reason, ref } = intent;
  const target = findTarget(context, id, 'milestone');
  if (!target.ok) return target;
  const { status, data } = target.value;
  if (status !== 'committed' && status !== 'in_progress') {
    return refuse('not-committed', { id, status });
  }
  const from = data.committed_date;
  if (from === to) return refuse('date-unchanged', { id, date: to });
  const known = requireRecords(context, [ref]);
  const refusal = mustSay(context, 'reason', reason) ?? notInPast(context, 'committed_date', to);
  if (refusal !== undefined) return refusal;
  if (!known.ok) return known;
  const ops = [
    ...setFields(target.value, { committed_date: to }),
    append('baseline_history', filled({ at: context.at, from, to, reason, ref })),
    logField(context, { field: 'committed_date', from, to }, { note: reason, ref }),
  ];
  return ok(changeRecord(intent.intent, target.value, `Re-baseline ${id} to ${to}`, ops));
}
