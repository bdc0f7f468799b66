import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { type CaptureHeader, newNumbered } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** Domain 1.14. The first due date is kept: closure is judged against it. */
export type CaptureAction = CaptureHeader & {
  intent: 'capture-action';
  due?: string;
  type?: string;
  priority?: string;
  /** Id of the record it follows from. */
  source?: string;
};

export function planCaptureAction(intent: CaptureAction, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  const known = requireRecords(context, [fields.source]);
  if (!known.ok) return known;
  const file = newNumbered(context, 'action', { ...fields, original_due: fields.due });
  return ok(editOf(name, [file.id], `Capture action ${file.id}: ${fields.title}`, [file]));
}
