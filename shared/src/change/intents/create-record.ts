import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { newNumbered } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';

const KINDS = ['workstream', 'team', 'milestone', 'release', 'benefit'] as const;

/** A new workstream, team, milestone, release or benefit in its first state; `fields` as on disk. */
export type CreateRecord = {
  intent: 'create-record';
  kind: (typeof KINDS)[number];
  fields: Readonly<Record<string, unknown>> & { title: string };
};

export function planCreateRecord(intent: CreateRecord, context: PlanContext): Planned {
  const { kind, fields } = intent;
  if (!KINDS.includes(kind)) return refuse('wrong-kind', { id: '', kind, wanted: KINDS });
  const file = newNumbered(context, kind, fields);
  return ok(editOf(intent.intent, [file.id], `Add ${kind} ${file.id}: ${fields.title}`, [file]));
}
