import type { Program } from '../program/program.ts';
import { criteriaOf } from '../record/criteria-of.ts';
import type { Criterion } from '../record/criterion.ts';
import type { Gate } from '../record/gate.ts';
import { assessCriterion, isApplicable } from './assess-criteria.ts';
import { assessSignOff, type SigningFacts } from './assess-sign-off.ts';
import type {
  AssessedCriterion,
  AssessedSignOff,
  GateAssessment,
  GateVerdict,
  SignOffEvidence,
} from './assessment.ts';
import { criteriaDigest } from './criteria-digest.ts';
import { missingForGo } from './missing-for-go.ts';
import { isSoundWaiver } from './sound-waiver.ts';

type Counts = Pick<
  GateAssessment,
  'applicable' | 'met' | 'waived' | 'notMet' | 'mandatoryUnmet' | 'strict' | 'withWaivers'
>;

function countCriteria(criteria: readonly AssessedCriterion[]): Counts {
  const applicable = criteria.filter(isApplicable);
  const met = applicable.filter(({ status }) => status === 'met').length;
  const waived = applicable.filter((criterion) => criterion.waived).length;
  const share = (part: number): number | null =>
    applicable.length === 0 ? null : (100 * part) / applicable.length;
  return {
    applicable: applicable.length,
    met,
    waived,
    notMet: applicable.length - met - waived,
    mandatoryUnmet: applicable.filter(({ mandatoryUnmet }) => mandatoryUnmet).length,
    strict: share(met),
    withWaivers: share(met + waived),
  };
}

const signOffsOk = (signoffs: readonly AssessedSignOff[]): boolean =>
  signoffs.every(({ mandatory, state }) => !mandatory || state === 'valid');

/**
 * Domain 1.7 and 2.7. Go: nothing mandatory unmet, strict at or above the threshold, every mandatory sign-off valid.
 * Conditional go: every unmet mandatory criterion is soundly waived and every mandatory sign-off is valid (DR-20 asks
 * that of any decision). Else no go; without an applicable criterion not assessable, never 100%.
 */
function verdictOf(
  counts: Counts,
  threshold: number,
  signoffs: readonly AssessedSignOff[],
  waiversSound: boolean,
): GateVerdict {
  if (counts.strict === null) return 'not_assessable';
  if (!signOffsOk(signoffs)) return 'no_go';
  if (counts.mandatoryUnmet === 0 && counts.strict >= threshold) return 'go';
  return waiversSound ? 'conditional_go' : 'no_go';
}

function assessSignOffs(facts: SigningFacts): readonly AssessedSignOff[] {
  const files = facts.program.signOffs.get(facts.gate.id) ?? [];
  return facts.gate.required_signoffs.map(({ role, mandatory }) =>
    assessSignOff(
      role,
      mandatory,
      files.find(({ data }) => data.role === role),
      facts,
    ),
  );
}

const allWaived = (program: Program, criteria: readonly Criterion[], asOf: string): boolean =>
  criteria
    .filter((each) => each.mandatory && isApplicable(each) && each.status !== 'met')
    .every((each) => isSoundWaiver(program, each, asOf));

/** A criterion that cannot be read may be the mandatory one that is not met: no share is said, and never "go". */
const unreadableOf = ({ broken }: Program, gateId: string): readonly string[] =>
  broken.map(({ path }) => path).filter((path) => path.startsWith(`gates/${gateId}/criteria/`));

function assess(facts: SigningFacts, gate: Gate): GateAssessment {
  const { program, asOf } = facts;
  const criteria = criteriaOf(program, gate.id).map((criterion) =>
    assessCriterion(criterion, asOf, program.charter.timezone),
  );
  const signoffs = assessSignOffs(facts);
  const unreadable = unreadableOf(program, gate.id);
  const counted = countCriteria(criteria);
  const counts =
    unreadable.length === 0 ? counted : { ...counted, strict: null, withWaivers: null };
  const threshold = gate.pass_threshold_pct;
  const sound = allWaived(program, facts.criteria, asOf);
  const { digest } = facts;
  const assessed = { id: gate.id, digest, threshold, ...counts, criteria, signoffs, unreadable };
  return {
    ...assessed,
    verdict: verdictOf(counts, threshold, signoffs, sound),
    missing: missingForGo(gate, assessed),
  };
}

/**
 * State of a gate at the end of `asOf` (domain 1.7, 2.7, readings E and G.19); undefined when there is no such gate.
 * `evidence`: levels read live from the host by sign-off path; without it every sign-off is declared (L0).
 */
export function assessGate(
  program: Program,
  gateId: string,
  asOf: string,
  evidence?: SignOffEvidence,
): GateAssessment | undefined {
  const gate = program.records.get(gateId);
  if (gate?.kind !== 'gate') return undefined;
  const criteria = criteriaOf(program, gateId).map(({ data }) => data);
  const digest = criteriaDigest(gate.data, criteria);
  return assess({ program, gate: gate.data, criteria, digest, asOf, evidence }, gate.data);
}
