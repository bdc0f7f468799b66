import { activeRules } from '../../policy/profile.ts';
import { holdersOf, holdsRole } from '../../policy/role-holders.ts';
import { mustSay, notInPast } from '../day-check.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { requireRecords } from '../target.ts';

/** Not met, and the sponsor answers for it until a day (domain 1.7, DR-11). */
export type WaiveCriterion = {
  intent: 'waive-criterion';
  id: string;
  reason: string;
  expires: string;
  /** Risk that stays. */
  risk?: string;
  compensating_control?: string;
};

function checkAuthority(id: string, context: PlanContext): Refused | undefined {
  const { program, by, today } = context;
  if (!activeRules(program.charter, program.policy).has('DR-11')) return undefined;
  const sponsors = holdersOf(program, 'executive_sponsor', today);
  if (holdsRole(program, by, 'program_manager', today)) {
    return refuse('blocked-role', { id, by, rule: 'DR-11' }, sponsors);
  }
  if (sponsors.length > 0 && holdsRole(program, by, 'executive_sponsor', today)) return undefined;
  return refuse('role-not-held', { role: 'executive_sponsor', by }, sponsors);
}

export function planWaiveCriterion(intent: WaiveCriterion, context: PlanContext): Planned {
  const { id, reason, expires, risk, compensating_control } = intent;
  const known = requireRecords(context, [risk]);
  if (!known.ok) return known;
  const waiver = { by: context.by, at: context.at, reason, expires };
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['criterion'],
    verb: 'Waive',
    to: 'waived',
    note: reason,
    set: { waiver: { ...waiver, ...filled({ risk, compensating_control }) } },
    guard: () =>
      mustSay(context, 'reason', reason) ??
      notInPast(context, 'expires', expires) ??
      checkAuthority(id, context),
  });
}
