import { samePerson } from '../../policy/role-holders.ts';
import { ok } from '../../result.ts';
import { changeRecord } from '../edit-of.ts';
import { type EvidenceGiven, evidenceEntry } from '../evidence-entry.ts';
import { moveRecord, ownersOf } from '../move-record.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { append, findTarget, setFields, type Target } from '../target.ts';

/** A criterion is verified, a gate is signed off: two acts (rulings B2). */
export type VerifyCriterion = {
  intent: 'verify-criterion';
  id: string;
  outcome: 'met' | 'not_met';
  evidence?: EvidenceGiven;
  /** Measured value. */
  actual?: number | string;
  note?: string;
};

/** Whoever owns a high-severity criterion does not vouch for it alone (domain 1.7). */
function checkVerifier(
  intent: VerifyCriterion,
  target: Target,
  context: PlanContext,
): Refused | undefined {
  if (intent.outcome !== 'met' || target.data.severity !== 'high') return undefined;
  const owner = ownersOf(target)[0];
  if (!samePerson(context.program, owner, context.by)) return undefined;
  const others = context.program.people.people
    .filter((person) => person.active && !samePerson(context.program, person.id, owner))
    .map((person) => person.id);
  return refuse('verifier-is-owner', { id: target.id, owner: context.by }, others);
}

export function planVerifyCriterion(intent: VerifyCriterion, context: PlanContext): Planned {
  const target = findTarget(context, intent.id, 'criterion');
  if (!target.ok) return target;
  const refusal = checkVerifier(intent, target.value, context);
  if (refusal !== undefined) return refusal;
  const evidence =
    intent.evidence === undefined
      ? []
      : [append('evidence', evidenceEntry(intent.evidence, context))];
  const measured = isMeasured(target.value) ? { 'measure.actual': intent.actual } : {};
  const verified = { verified_by: context.by, verified_on: context.at };
  const again = target.value.status === intent.outcome;
  const ops = again
    ? ok([...evidence, ...setFields(target.value, { ...measured, ...verified })])
    : moveRecord(context, target.value, {
        to: intent.outcome,
        set: { ...measured, ...verified },
        ops: evidence,
        note: intent.note,
      });
  if (!ops.ok) return ops;
  const words = intent.outcome === 'met' ? 'met' : 'not met';
  return ok(changeRecord(intent.intent, target.value, `Verify ${intent.id}: ${words}`, ops.value));
}

const isMeasured = (target: Target): boolean => target.data.measure !== undefined;
