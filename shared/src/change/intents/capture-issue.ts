import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { type CaptureHeader, newNumbered } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** Domain 1.10; a title is enough (rulings B4). */
export type CaptureIssue = CaptureHeader & {
  intent: 'capture-issue';
  type?: string;
  severity?: string;
  priority?: string;
  impact?: string;
  schedule_impact_days?: number;
  target_resolution_date?: string;
  found_in?: string;
};

export function planCaptureIssue(intent: CaptureIssue, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  const known = requireRecords(context, fields.affects ?? []);
  if (!known.ok) return known;
  const file = newNumbered(context, 'issue', fields);
  return ok(editOf(name, [file.id], `Capture issue ${file.id}: ${fields.title}`, [file]));
}
