import { samePerson } from '../../policy/role-holders.ts';
import { valueAt } from '../../text/field-value.ts';
import { notInFuture } from '../day-check.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import type { Target } from '../target.ts';

/** The consumer confirms that what was promised is there; the provider cannot (domain 1.11). */
export type AcceptDelivery = {
  intent: 'accept-delivery';
  id: string;
  /** Default today. */
  accepted_on?: string;
  note?: string;
};

function checkSide(target: Target, context: PlanContext): Refused | undefined {
  const provider = valueAt(target.data, ['provider', 'owner']);
  if (typeof provider !== 'string' || !samePerson(context.program, provider, context.by))
    return undefined;
  const consumer = valueAt(target.data, ['consumer', 'owner']);
  const who = typeof consumer === 'string' ? [consumer] : [];
  return refuse('provider-cannot-accept', { id: target.id, by: context.by }, who);
}

export function planAcceptDelivery(intent: AcceptDelivery, context: PlanContext): Planned {
  const accepted_on = intent.accepted_on ?? context.today;
  return planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['dependency'],
    verb: 'Accept delivery of',
    to: 'accepted',
    note: intent.note,
    set: { accepted_on, accepted_by: context.by },
    guard: (target) =>
      checkSide(target, context) ?? notInFuture(context, 'accepted_on', accepted_on),
  });
}
