import { ok } from '../../result.ts';
import { changeOf, editOf } from '../edit-of.ts';
import { moveRecord } from '../move-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget, setFields } from '../target.ts';

/** A later decision takes the place of this one; both say so (domain 1.12). */
export type SupersedeDecision = { intent: 'supersede-decision'; id: string; superseded_by: string };

export function planSupersedeDecision(intent: SupersedeDecision, context: PlanContext): Planned {
  const { id, superseded_by } = intent;
  if (id === superseded_by) return refuse('same-record', { id });
  const old = findTarget(context, id, 'decision');
  if (!old.ok) return old;
  const next = findTarget(context, superseded_by, 'decision');
  if (!next.ok) return next;
  const ops = moveRecord(context, old.value, {
    to: 'superseded',
    set: { superseded_by },
    ref: superseded_by,
  });
  if (!ops.ok) return ops;
  const files = [
    changeOf(old.value, ops.value),
    changeOf(next.value, setFields(next.value, { supersedes: id })),
  ];
  return ok(
    editOf(intent.intent, [id, superseded_by], `Supersede ${id} by ${superseded_by}`, files),
  );
}
