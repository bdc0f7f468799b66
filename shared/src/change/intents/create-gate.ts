import { ok } from '../../result.ts';
import type { GateTemplate } from '../../templates/gate-template.ts';
import { editOf } from '../edit-of.ts';
import { filled, newNumbered, newRecord } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** A gate with its criteria, from a template or empty; the team sets targets, owners and dates after it. */
export type CreateGate = {
  intent: 'create-gate';
  title?: string;
  template?: GateTemplate;
  type?: string;
  milestone?: string;
  release?: string;
  workstream?: string;
  owner?: string;
  decider?: string;
  review_date?: string;
};

export function planCreateGate(intent: CreateGate, context: PlanContext): Planned {
  const { intent: name, template, ...fields } = intent;
  const known = requireRecords(context, [fields.milestone, fields.release]);
  if (!known.ok) return known;
  const gate = newNumbered(context, 'gate', {
    type: template?.type,
    required_signoffs: template?.signoffs,
    ...filled(fields),
    title: fields.title ?? template?.title,
  });
  const { workstream, owner } = fields;
  const criteria = (template?.criteria ?? []).map((criterion, at) =>
    newRecord(context, 'criterion', `${gate.id}.${at + 1}`, { ...criterion, workstream, owner }),
  );
  const items = [gate.id, ...criteria.map((file) => file.id)];
  return ok(editOf(name, items, `Create gate ${gate.id}: ${gate.data.title}`, [gate, ...criteria]));
}
