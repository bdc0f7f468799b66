import { ok } from '../../result.ts';
import { valueAt } from '../../text/field-value.ts';
import { notInFuture } from '../day-check.ts';
import type { FieldOp } from '../edit.ts';
import { changeRecord } from '../edit-of.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget } from '../target.ts';

/** What a benefit brought in a planned period, measured after its end (domain 1.16). */
export type RecordBenefitActual = {
  intent: 'record-benefit-actual';
  id: string;
  /** End of a period of the profile. */
  period_end: string;
  actual: number;
  evidence?: string;
};

export function planRecordBenefitActual(
  intent: RecordBenefitActual,
  context: PlanContext,
): Planned {
  const { id, period_end, actual, evidence } = intent;
  const target = findTarget(context, id, 'benefit');
  if (!target.ok) return target;
  const early = notInFuture(context, 'period_end', period_end);
  if (early !== undefined) return early;
  const profile = Array.isArray(target.value.data.profile) ? target.value.data.profile : [];
  const ends = profile.map((period) => String(valueAt(period, ['period_end'])));
  const at = ends.indexOf(period_end);
  if (at < 0) return refuse('unknown-period', { id, period: period_end, periods: ends });
  const set = (field: string, value: unknown): FieldOp => ({
    op: 'set',
    path: ['profile', at, field],
    value,
    was: valueAt(profile[at], [field]),
  });
  const ops = [
    set('actual', actual),
    ...(evidence === undefined ? [] : [set('evidence', evidence)]),
  ];
  return ok(
    changeRecord(intent.intent, target.value, `Record actual of ${id} for ${period_end}`, ops),
  );
}
