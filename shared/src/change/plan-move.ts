import type { RecordKind } from '../record/record-types.ts';
import { ok } from '../result.ts';
import { changeOf, editOf } from './edit-of.ts';
import { type Move, moveRecord } from './move-record.ts';
import type { PlanContext, Planned, Refused } from './plan-context.ts';
import { findTarget, type Target } from './target.ts';

type PlanMove = Move & {
  intent: string;
  id: string;
  kinds: readonly RecordKind[];
  /** Verb of the commit message, followed by the id. */
  verb: string;
  /** Own checks of the intention; undefined when all is well. */
  guard?: (target: Target) => Refused | undefined;
};

/** The common shape of most intentions: one record, one move, one file (and the files made with it). */
export function planMove(context: PlanContext, plan: PlanMove): Planned {
  const target = findTarget(context, plan.id, ...plan.kinds);
  if (!target.ok) return target;
  const refusal = plan.guard?.(target.value);
  if (refusal !== undefined) return refusal;
  const ops = moveRecord(context, target.value, plan);
  if (!ops.ok) return ops;
  const created = plan.created ?? [];
  const items = [
    plan.id,
    ...created.flatMap((file) => (file.kind === 'create' && file.id ? [file.id] : [])),
  ];
  const files = [changeOf(target.value, ops.value), ...created];
  return ok(editOf(plan.intent, items, `${plan.verb} ${plan.id}`, files));
}
