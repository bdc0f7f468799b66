import { ok } from '../../result.ts';
import { notInPast } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { logReview } from '../log-entry.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { findTarget, setFields } from '../target.ts';

/** Looked at and left as it is: what S-01 counts beside an assessment. */
export type ReviewRecord = {
  intent: 'review-record';
  id: string;
  note?: string;
  review_due?: string;
};

export function planReviewRecord(intent: ReviewRecord, context: PlanContext): Planned {
  const { id, note, review_due } = intent;
  const target = findTarget(context, id, 'risk', 'assumption', 'issue', 'dependency');
  if (!target.ok) return target;
  const past = notInPast(context, 'review_due', review_due);
  if (past !== undefined) return past;
  const due = target.value.kind === 'risk' ? { review_due } : {};
  const ops = [...setFields(target.value, due), logReview(context, note)];
  return ok(changeRecord(intent.intent, target.value, `Review ${id}`, ops));
}
