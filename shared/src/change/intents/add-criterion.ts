import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { newRecord, takenIds } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { nextId } from '../renumber.ts';
import { findTarget } from '../target.ts';

/** One more thing the gate asks for. Sign-offs given before do not cover it (rulings B1). */
export type AddCriterion = {
  intent: 'add-criterion';
  gate: string;
  title: string;
  statement?: string;
  category?: string;
  severity?: string;
  mandatory?: boolean;
  kind?: string;
  measure?: Readonly<Record<string, unknown>>;
  verification?: string;
  query?: string;
  standard_ref?: string;
  owner?: string;
  due?: string;
};

export function planAddCriterion(intent: AddCriterion, context: PlanContext): Planned {
  const { intent: name, gate: gateId, ...fields } = intent;
  const gate = findTarget(context, gateId, 'gate');
  if (!gate.ok) return gate;
  const { status, data } = gate.value;
  if (!['draft', 'defined', 'in_review'].includes(status)) {
    return refuse('gate-is-over', { gate: gateId, status });
  }
  const id = nextId('criterion', takenIds(context), gateId);
  const file = newRecord(context, 'criterion', id, { workstream: data.workstream, ...fields });
  return ok(editOf(name, [id, gateId], `Add criterion ${id}: ${fields.title}`, [file]));
}
