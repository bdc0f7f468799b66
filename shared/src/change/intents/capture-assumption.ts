import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { type CaptureHeader, newNumbered } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** Domain 1.9; a title is enough (rulings B4). */
export type CaptureAssumption = CaptureHeader & {
  intent: 'capture-assumption';
  statement?: string;
  basis?: string;
  confidence?: string;
  impact_if_false?: string;
  impact_rating?: number;
  validate_by?: string;
  validation_method?: string;
};

export function planCaptureAssumption(intent: CaptureAssumption, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  const known = requireRecords(context, fields.affects ?? []);
  if (!known.ok) return known;
  const file = newNumbered(context, 'assumption', fields);
  return ok(editOf(name, [file.id], `Capture assumption ${file.id}: ${fields.title}`, [file]));
}
