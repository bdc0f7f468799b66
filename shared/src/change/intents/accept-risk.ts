import { activeRules } from '../../policy/profile.ts';
import { holdersOf, holdsRole, samePerson } from '../../policy/role-holders.ts';
import { mustSay, notInPast } from '../day-check.ts';
import { ownersOf } from '../move-record.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { findTarget, requireRecords, type Target } from '../target.ts';

/** Lives with a risk for a limited time, on somebody's authority (domain 1.8, DR-11). */
export type AcceptRisk = {
  intent: 'accept-risk';
  id: string;
  rationale: string;
  /** Twelve months at most. */
  expires: string;
  /** Role the acceptance is given in; default sponsor. */
  authority_role?: string;
  residual?: { probability: number; impact: number };
  conditions?: readonly string[];
  compensating_controls?: readonly string[];
  decision?: string;
};

/** In lite an acceptance is declared; where DR-11 is on, the owner and the program manager cannot give it. */
function checkAuthority(target: Target, role: string, context: PlanContext): Refused | undefined {
  const { program, by, today } = context;
  if (!activeRules(program.charter, program.policy).has('DR-11')) return undefined;
  const sponsors = holdersOf(program, 'executive_sponsor', today);
  const blocked =
    samePerson(program, ownersOf(target)[0], by) ||
    holdsRole(program, by, 'program_manager', today);
  if (blocked) return refuse('blocked-role', { id: target.id, by, rule: 'DR-11' }, sponsors);
  if (!holdsRole(program, by, role, today)) return refuse('role-not-held', { role, by }, sponsors);
  return undefined;
}

const oneYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

function checkExpiry(expires: string, context: PlanContext): Refused | undefined {
  const latest = oneYearAfter(context.today);
  if (expires > latest) return refuse('expires-too-late', { expires, latest });
  return notInPast(context, 'expires', expires);
}

export function planAcceptRisk(intent: AcceptRisk, context: PlanContext): Planned {
  const { id, rationale, expires, authority_role = 'executive_sponsor', decision } = intent;
  const target = findTarget(context, id, 'risk');
  if (!target.ok) return target;
  const known = requireRecords(context, [decision]);
  if (!known.ok) return known;
  const { residual, conditions, compensating_controls } = intent;
  const acceptance = {
    by: context.by,
    at: context.at,
    authority_role,
    rationale,
    expires,
    ...filled({ residual, conditions, compensating_controls, decision }),
  };
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['risk'],
    verb: 'Accept',
    to: 'accepted',
    set: { acceptance, 'response.strategy': 'accept' },
    ref: decision,
    guard: (risk) =>
      mustSay(context, 'rationale', rationale) ??
      checkExpiry(expires, context) ??
      checkAuthority(risk, authority_role, context),
  });
}
