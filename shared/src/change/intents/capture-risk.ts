import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { type CaptureHeader, filled, newNumbered } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** Domain 1.8; a title is enough, everything else may follow (rulings B4). */
export type CaptureRisk = CaptureHeader & {
  intent: 'capture-risk';
  kind?: string;
  cause?: string;
  event?: string;
  effect?: string;
  category?: string;
  /** Rating 1..5. */
  probability?: number;
  /** Rating 1..5 per objective. */
  impact?: Readonly<Record<string, number | undefined>>;
  review_due?: string;
};

export function planCaptureRisk(intent: CaptureRisk, context: PlanContext): Planned {
  const { intent: name, probability, impact, ...fields } = intent;
  const known = requireRecords(context, fields.affects ?? []);
  if (!known.ok) return known;
  const rating = { at: context.today, by: context.by, state: 'current', probability };
  const assessed = probability !== undefined && impact !== undefined;
  const assessments = assessed ? [{ ...rating, impact: filled(impact) }] : undefined;
  const file = newNumbered(context, 'risk', { ...fields, assessments });
  return ok(editOf(name, [file.id], `Capture risk ${file.id}: ${fields.title}`, [file]));
}
