import { ok } from '../../result.ts';
import { notInPast } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { filled } from '../new-record.ts';
import { nextReview } from '../next-review.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget, setFields } from '../target.ts';

/** One more rating; the last `current` one is the score now. Reviewing is what assessing is for, so the next is due. */
export type AssessRisk = {
  intent: 'assess-risk';
  id: string;
  state?: 'inherent' | 'current' | 'residual';
  /** Rating 1..5. */
  probability: number;
  /** Rating 1..5 per objective; at least one. */
  impact: Readonly<Record<string, number | undefined>>;
  probability_pct?: number;
  note?: string;
  /** Default: today plus the interval of the level. */
  review_due?: string;
};

export function planAssessRisk(intent: AssessRisk, context: PlanContext): Planned {
  const { id, state = 'current', probability, probability_pct, note } = intent;
  const target = findTarget(context, id, 'risk');
  if (!target.ok) return target;
  const { status } = target.value;
  if (status === 'closed' || status === 'void') return refuse('record-is-over', { id, status });
  const impact = filled(intent.impact);
  const ratings = Object.values(impact).filter((rating) => typeof rating === 'number');
  if (ratings.length === 0) return refuse('impact-missing', { id }, [context.by]);
  const past = notInPast(context, 'review_due', intent.review_due);
  if (past !== undefined) return past;
  const entry = filled({
    at: context.today,
    by: context.by,
    state,
    probability,
    probability_pct,
    note,
  });
  const review_due =
    intent.review_due ??
    (state === 'current'
      ? nextReview(context.program.charter, context.today, probability, Math.max(...ratings))
      : undefined);
  const ops = [
    append('assessments', { ...entry, impact }),
    ...setFields(target.value, { review_due }),
  ];
  return ok(changeRecord(intent.intent, target.value, `Assess ${id}`, ops));
}
