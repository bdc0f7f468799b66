import { ok } from '../../result.ts';
import { changeRecord } from '../edit-of.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget, removeFields } from '../target.ts';

/** The work goes on. */
export type UnblockDependency = { intent: 'unblock-dependency'; id: string };

export function planUnblockDependency(intent: UnblockDependency, context: PlanContext): Planned {
  const { id } = intent;
  const target = findTarget(context, id, 'dependency');
  if (!target.ok) return target;
  const ops = removeFields(target.value, ['blocked']);
  if (ops.length === 0) return refuse('not-blocked', { id });
  return ok(changeRecord(intent.intent, target.value, `Unblock ${id}`, ops));
}
