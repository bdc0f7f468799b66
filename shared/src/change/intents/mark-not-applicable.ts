import { samePerson } from '../../policy/role-holders.ts';
import { mustSay } from '../day-check.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Does not concern this gate; the gate's owner agrees (domain 1.7). */
export type MarkNotApplicable = { intent: 'mark-not-applicable'; id: string; reason: string };

/** In lite the owner's word is taken as declared. */
function checkGateOwner(id: string, context: PlanContext): Refused | undefined {
  const { program, by } = context;
  const gate = program.records.get(id.split('.')[0] ?? '');
  const owner = gate?.data.owner;
  if (program.charter.profile === 'lite' || owner === undefined) return undefined;
  if (samePerson(context.program, owner, by)) return undefined;
  return refuse('not-the-gate-owner', { id, by }, [owner]);
}

export const planMarkNotApplicable = (intent: MarkNotApplicable, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['criterion'],
    verb: 'Mark as not applicable:',
    to: 'not_applicable',
    note: intent.reason,
    set: { na_reason: intent.reason },
    guard: () => mustSay(context, 'reason', intent.reason) ?? checkGateOwner(intent.id, context),
  });
