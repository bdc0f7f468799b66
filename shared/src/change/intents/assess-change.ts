import { ok } from '../../result.ts';
import { changeRecord } from '../edit-of.ts';
import { moveRecord } from '../move-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget, setFields } from '../target.ts';

/** Works out what the change would do; each dimension a value or the word `none` (domain 1.13). */
export type AssessChange = {
  intent: 'assess-change';
  id: string;
  impact?: Readonly<Record<string, unknown>>;
  recommendation?: string;
};

export function planAssessChange(intent: AssessChange, context: PlanContext): Planned {
  const { id, impact = {}, recommendation } = intent;
  const target = findTarget(context, id, 'change');
  if (!target.ok) return target;
  const { status } = target.value;
  const dimensions = Object.entries(impact).map(
    ([name, value]) => [`impact.${name}`, value] as const,
  );
  const set = {
    ...Object.fromEntries(dimensions),
    recommendation,
    ...(dimensions.length > 0 ? { assessed_by: context.by, assessed_on: context.today } : {}),
  };
  const ops =
    status === 'assessing'
      ? ok(setFields(target.value, set))
      : moveRecord(context, target.value, { to: 'assessing', set });
  if (!ops.ok) return ops;
  if (ops.value.length === 0) return refuse('nothing-changed', { id });
  return ok(changeRecord(intent.intent, target.value, `Assess ${id}`, ops.value));
}
