import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { type CaptureHeader, newNumbered } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

export type OptionGiven = {
  id: string;
  title: string;
  description?: string;
  pros?: readonly string[];
  cons?: readonly string[];
  /** Working days. */
  schedule_days?: number;
  cost?: number;
  risk_note?: string;
  scope_effect?: string;
};

/** Domain 1.12; a title is enough to begin with. */
export type DraftDecision = CaptureHeader & {
  intent: 'draft-decision';
  question?: string;
  context?: string;
  class?: string;
  reversibility?: string;
  options?: readonly OptionGiven[];
  approver?: string;
  needed_by?: string;
};

export function planDraftDecision(intent: DraftDecision, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  const known = requireRecords(context, fields.affects ?? []);
  if (!known.ok) return known;
  const file = newNumbered(context, 'decision', { driver: context.by, ...fields });
  return ok(editOf(name, [file.id], `Draft decision ${file.id}: ${fields.title}`, [file]));
}
