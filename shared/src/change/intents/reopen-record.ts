import type { RecordKind } from '../../record/record-types.ts';
import { mustSay } from '../day-check.ts';
import type { FieldOp } from '../edit.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append, findTarget, type Target } from '../target.ts';

/** What was over is not: the end date goes, the log keeps it (readings G.18). */
export type ReopenRecord = { intent: 'reopen-record'; id: string; reason: string };

type Way = { from: readonly string[]; to: string; clears: readonly string[] };

const ways: Partial<Record<RecordKind, Way>> = {
  milestone: { from: ['achieved'], to: 'in_progress', clears: ['actual_date'] },
  risk: { from: ['closed'], to: 'open', clears: ['closed_on', 'outcome', 'closure_note'] },
  issue: {
    from: ['resolved', 'closed'],
    to: 'in_progress',
    clears: ['resolved_on', 'closed_on', 'verified_by'],
  },
  action: { from: ['done'], to: 'in_progress', clears: ['done_on'] },
  criterion: { from: ['met', 'waived'], to: 'in_progress', clears: ['verified_by', 'verified_on'] },
  survey: { from: ['closed'], to: 'open', clears: [] },
};

/** Only a closed issue counts as re-opened (readings G.18): the previous close is kept beside the reason. */
function reopening(target: Target, reason: string, context: PlanContext): FieldOp[] {
  if (target.kind !== 'issue') return [];
  const previous_closed_on = target.data.closed_on;
  const entry = { on: context.today, by: context.by, reason, previous_closed_on };
  return [append('reopenings', filled(entry))];
}

export function planReopenRecord(intent: ReopenRecord, context: PlanContext): Planned {
  const { id, reason } = intent;
  const target = findTarget(context, id);
  if (!target.ok) return target;
  const way = ways[target.value.kind];
  if (way === undefined || !way.from.includes(target.value.status)) {
    return refuse('not-over', { id, status: target.value.status });
  }
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: [],
    verb: 'Reopen',
    to: way.to,
    reopen: true,
    note: reason,
    remove: way.clears,
    ops: reopening(target.value, reason, context),
    guard: () => mustSay(context, 'reason', reason),
  });
}
