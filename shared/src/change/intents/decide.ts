import { samePerson } from '../../policy/role-holders.ts';
import { valueAt } from '../../text/field-value.ts';
import { mustSay, notInFuture } from '../day-check.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { requireRecords, type Target } from '../target.ts';

/** The answer, with its reason (domain 1.12). Saying no is an outcome too: `do_nothing`. */
export type Decide = {
  intent: 'decide';
  id: string;
  /** Id of an option, `do_nothing` or `other`. */
  option: string;
  rationale: string;
  conditions?: readonly string[];
  /** Action ids. */
  follow_ups?: readonly string[];
  /** Default today. */
  decided_on?: string;
};

function checkOption(intent: Decide, target: Target): Refused | undefined {
  const options = Array.isArray(target.data.options) ? target.data.options : [];
  const known = options.map((option) => String(valueAt(option, ['id'])));
  const allowed = [...known, 'do_nothing', 'other'];
  if (allowed.includes(intent.option)) return undefined;
  return refuse('unknown-option', { id: target.id, option: intent.option, options: known });
}

/** Recording a decision for its approver is fine where evidence is declared; regulated programs want the person. */
function checkApprover(target: Target, context: PlanContext): Refused | undefined {
  const { program, by } = context;
  const { approver } = target.data;
  if (program.charter.profile !== 'regulated' || typeof approver !== 'string') return undefined;
  if (samePerson(program, approver, by)) return undefined;
  return refuse('not-the-approver', { id: target.id, by }, [approver]);
}

export function planDecide(intent: Decide, context: PlanContext): Planned {
  const { id, option, rationale, conditions, follow_ups } = intent;
  const decided_on = intent.decided_on ?? context.today;
  const known = requireRecords(context, follow_ups ?? []);
  if (!known.ok) return known;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['decision'],
    verb: 'Decide',
    to: 'decided',
    set: { decided_on, outcome: { option, rationale, ...filled({ conditions }) }, follow_ups },
    guard: (target) =>
      mustSay(context, 'rationale', rationale) ??
      checkOption(intent, target) ??
      checkApprover(target, context) ??
      notInFuture(context, 'decided_on', decided_on),
  });
}
