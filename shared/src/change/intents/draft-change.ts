import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { type CaptureHeader, newNumbered } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** Domain 1.13; a title is enough to begin with. */
export type DraftChange = CaptureHeader & {
  intent: 'draft-change';
  type?: string;
  urgency?: string;
  justification?: string;
  impact?: Readonly<Record<string, unknown>>;
};

export function planDraftChange(intent: DraftChange, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  const known = requireRecords(context, fields.affects ?? []);
  if (!known.ok) return known;
  const file = newNumbered(context, 'change', { requested_by: context.by, ...fields });
  return ok(editOf(name, [file.id], `Draft change ${file.id}: ${fields.title}`, [file]));
}
