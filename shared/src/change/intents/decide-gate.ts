import { activeRules } from '../../policy/profile.ts';
import { holdersOf, holdsRole, samePerson } from '../../policy/role-holders.ts';
import { assessGate } from '../../readiness/assess-gate.ts';
import type { GateAssessment } from '../../readiness/assessment.ts';
import { mustSay, notInPast } from '../day-check.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { findTarget, requireRecords, type Target } from '../target.ts';

/** Go or no-go, with what was true when it was said (domain 1.7, DR-20). */
export type DecideGate = {
  intent: 'decide-gate';
  gate: string;
  outcome: 'go' | 'conditional_go' | 'no_go' | 'deferred';
  rationale: string;
  /** Action ids; a conditional go needs some. */
  conditions?: readonly string[];
  /** Required for no-go and deferred. */
  reevaluate_on?: string;
  /** Commit the snapshot was taken at. */
  commit?: string;
};

function snapshotOf(gate: GateAssessment, asOf: string, commit: string | undefined) {
  const { applicable, met, waived, notMet, mandatoryUnmet, signoffs } = gate;
  const signoffs_ok = signoffs.every(({ mandatory, state }) => !mandatory || state === 'valid');
  const counts = { applicable, met, waived, not_met: notMet, mandatory_unmet: mandatoryUnmet };
  return { ...counts, signoffs_ok, as_of: asOf, ...filled({ commit }) };
}

/** Only the decider decides where DR-20 is on, and never the program manager. */
function checkDecider(target: Target, context: PlanContext): Refused | undefined {
  const { program, by, today } = context;
  if (!activeRules(program.charter, program.policy).has('DR-20')) return undefined;
  const { decider } = target.data;
  const who = typeof decider === 'string' ? [decider] : holdersOf(program, 'gate_decider', today);
  if (holdsRole(program, by, 'program_manager', today)) {
    return refuse('blocked-role', { id: target.id, by, rule: 'DR-20' }, who);
  }
  if (who.some((person) => samePerson(context.program, person, by))) return undefined;
  return refuse('not-the-decider', { id: target.id, by }, who);
}

function checkOutcome(
  intent: DecideGate,
  assessed: GateAssessment,
  context: PlanContext,
): Refused | undefined {
  const { gate, outcome, reevaluate_on, conditions = [] } = intent;
  if (outcome === 'go' && assessed.verdict !== 'go') {
    const missing = assessed.missing.map(({ subject }) => subject);
    const whoCan = [...new Set(assessed.missing.flatMap((entry) => entry.whoCan))];
    return refuse('gate-not-ready', { gate, verdict: assessed.verdict, missing }, whoCan);
  }
  if (outcome === 'conditional_go' && conditions.length === 0) {
    return refuse('conditions-missing', { gate }, [context.by]);
  }
  if ((outcome === 'no_go' || outcome === 'deferred') && reevaluate_on === undefined) {
    return refuse('missing-fields', { id: gate, to: 'decided', fields: ['reevaluate_on'] }, [
      context.by,
    ]);
  }
  return undefined;
}

export function planDecideGate(intent: DecideGate, context: PlanContext): Planned {
  const { gate: id, outcome, rationale, reevaluate_on, commit, conditions } = intent;
  const target = findTarget(context, id, 'gate');
  if (!target.ok) return target;
  const assessed = assessGate(context.program, id, context.today);
  if (assessed === undefined) return refuse('unknown-record', { ids: [id] });
  const known = requireRecords(context, conditions ?? []);
  if (!known.ok) return known;
  const decision = {
    outcome,
    at: context.at,
    by: context.by,
    rationale,
    ...filled({ conditions }),
    snapshot: snapshotOf(assessed, context.today, commit),
    ...filled({ reevaluate_on }),
  };
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['gate'],
    verb: `Decide ${outcome} for`,
    to: 'decided',
    note: rationale,
    set: { decision, ...(target.value.data.decider === undefined ? { decider: context.by } : {}) },
    guard: (gate) =>
      mustSay(context, 'rationale', rationale) ??
      checkDecider(gate, context) ??
      checkOutcome(intent, assessed, context) ??
      notInPast(context, 'reevaluate_on', reevaluate_on),
  });
}
