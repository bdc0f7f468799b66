import { ok } from '../../result.ts';
import { mustSay, notInPast } from '../day-check.ts';
import { editOf } from '../edit-of.ts';
import { newNumbered } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** Asks somebody with more authority for something definite by a day (domain 1.18, 5.5). */
export type RaiseEscalation = {
  intent: 'raise-escalation';
  /** Ids of what it is about. */
  subject: readonly string[];
  level: 'L1' | 'L2' | 'L3' | 'L4' | 'cab';
  target_level?: string;
  to: string;
  ask: string;
  title?: string;
  /** `E1` … or a few words. */
  trigger?: string;
  options?: readonly string[];
  recommendation?: string;
  needed_by?: string;
  workstream?: string;
};

export function planRaiseEscalation(intent: RaiseEscalation, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  if (fields.subject.length === 0) return refuse('subject-missing', {}, [context.by]);
  const known = requireRecords(context, fields.subject);
  if (!known.ok) return known;
  const refusal =
    mustSay(context, 'ask', fields.ask) ??
    mustSay(context, 'to', fields.to) ??
    notInPast(context, 'needed_by', fields.needed_by);
  if (refusal !== undefined) return refusal;
  const title = fields.title ?? fields.ask.slice(0, 120);
  const file = newNumbered(context, 'escalation', {
    owner: context.by,
    raised_on: context.today,
    target_level: fields.level,
    ...fields,
    title,
  });
  const items = [file.id, ...fields.subject];
  return ok(editOf(name, items, `Raise escalation ${file.id}: ${title}`, [file]));
}
