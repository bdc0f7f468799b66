import { isTerminal } from '../../record/lifecycle.ts';
import { recordTypes } from '../../record/record-types.ts';
import { ok } from '../../result.ts';
import { mustSay } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget, requireRecords, setFields } from '../target.ts';

/** A flag, not a state: the work stands still and why (domain 1.11). */
export type BlockDependency = {
  intent: 'block-dependency';
  id: string;
  reason: string;
  /** Issue that blocks it. */
  by_issue?: string;
};

export function planBlockDependency(intent: BlockDependency, context: PlanContext): Planned {
  const { id, reason, by_issue } = intent;
  const target = findTarget(context, id, 'dependency');
  if (!target.ok) return target;
  const { status } = target.value;
  if (isTerminal(recordTypes.dependency.lifecycle, status)) {
    return refuse('record-is-over', { id, status });
  }
  if (target.value.data.blocked !== undefined) return refuse('already-blocked', { id });
  const silent = mustSay(context, 'reason', reason);
  if (silent !== undefined) return silent;
  const known = requireRecords(context, [by_issue]);
  if (!known.ok) return known;
  const blocked = filled({ since: context.today, reason, by: by_issue });
  return ok(
    changeRecord(intent.intent, target.value, `Block ${id}`, setFields(target.value, { blocked })),
  );
}
