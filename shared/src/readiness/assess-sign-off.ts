import type { Program, SignOffFile } from '../program/program.ts';
import type { Criterion } from '../record/criterion.ts';
import type { Gate } from '../record/gate.ts';
import type { LogEntry } from '../record/header.ts';
import type { SignOff } from '../record/sign-off.ts';
import { dayOf, epochMinutes } from '../schedule/day-of.ts';
import type {
  AssessedSignOff,
  EvidenceLevel,
  SignOffEvidence,
  SignOffProblem,
  SignOffState,
} from './assessment.ts';
import { soleAuthorCategory } from './evidence-authors.ts';
import { activeOnly, heldRole, holdersOf } from './roles.ts';

type Why = AssessedSignOff['why'][number];
type Facts = Readonly<Record<string, string>>;

/** What every sign-off of one gate is judged against. `criteria` are those that are not void. */
export type SigningFacts = {
  program: Program;
  gate: Gate;
  criteria: readonly Criterion[];
  digest: string;
  asOf: string;
  evidence: SignOffEvidence | undefined;
};

const problem = (code: SignOffProblem, facts: Facts = {}): Why => ({ code, facts });
const when = (fails: boolean, code: SignOffProblem, facts: Facts = {}): readonly Why[] =>
  fails ? [problem(code, facts)] : [];

const LEVELS: readonly EvidenceLevel[] = ['L0', 'L1', 'L2', 'L3'];

/**
 * Least evidence a sign-off needs: the policy's `min_evidence` under `DR-18` for security and `signoffs` for any role,
 * else the profile's: none in lite and standard; in regulated a review, for security an enforced one (rulings A2,
 * domain 3.3).
 */
export function leastEvidence(program: Program, role: string): EvidenceLevel {
  const isSecurity = role === 'security_grc';
  const least = program.policy.min_evidence;
  const set = (isSecurity ? least['DR-18'] : undefined) ?? least.signoffs;
  if (set !== undefined) return set;
  if (program.charter.profile !== 'regulated') return 'L0';
  return isSecurity ? 'L2' : 'L1';
}

/** Undefined for an approval that is signed: its validity is asked next. */
function decisionProblem({ decision, signatory, at }: SignOff): Why | undefined {
  if (decision === 'pending') return problem('pending');
  if (decision === 'rejected')
    return problem('rejected', { ...(signatory && { by: signatory }), ...(at && { at }) });
  if (decision === 'not_required') return problem('not-required');
  return signatory === undefined || at === undefined ? problem('unsigned') : undefined;
}

function coverProblems({ covers }: SignOff, digest: string): readonly Why[] {
  if (covers === undefined) return [problem('no-digest')];
  return when(covers !== digest, 'covers-mismatch', { covers, now: digest });
}

/** Strictly later; where one of the two names a day only, a later day. */
function isLater(moment: string, than: string, timezone: string): boolean {
  if (moment.length > 10 && than.length > 10) return epochMinutes(moment) > epochMinutes(than);
  return dayOf(moment, timezone) > dayOf(than, timezone);
}

const isRegression = ({ event, from, to }: LogEntry): boolean =>
  event === 'status' && from === 'met' && to === 'not_met';

/** A criterion that went from met to not met after the signature, by its own log (rulings B1). */
function regressions(at: string, { program, criteria }: SigningFacts): readonly Why[] {
  const { timezone } = program.charter;
  return criteria.flatMap(({ id, log }) => {
    const entry = log.findLast((each) => isRegression(each) && isLater(each.at, at, timezone));
    return entry === undefined
      ? []
      : [problem('criterion-regressed', { criterion: id, at: entry.at })];
  });
}

/** Conditions are actions with a due date (domain 1.7); the first that is not makes the sign-off incomplete. */
function conditionProblems(signOff: SignOff, program: Program): readonly Why[] {
  if (signOff.decision !== 'approved_with_conditions') return [];
  if (signOff.conditions.length === 0) return [problem('conditions-incomplete')];
  const open = signOff.conditions.find((id) => {
    const action = program.records.get(id);
    return action?.kind !== 'action' || action.data.due === undefined;
  });
  return when(open !== undefined, 'conditions-incomplete', { condition: open ?? '' });
}

type Signed = SignOff & { signatory: string; at: string };
const isSigned = (signOff: SignOff): signOff is Signed =>
  signOff.signatory !== undefined && signOff.at !== undefined;

function validityProblems(
  signOff: Signed,
  level: EvidenceLevel,
  facts: SigningFacts,
): readonly Why[] {
  const { program, gate, asOf, criteria, digest } = facts;
  const { signatory, at, role, valid_until: until } = signOff;
  const held = heldRole(program, signatory, role, gate.workstream, at);
  const sole = soleAuthorCategory(program, criteria, role, signatory);
  const least = leastEvidence(program, role);
  return [
    ...coverProblems(signOff, digest),
    ...regressions(at, facts),
    ...when(until !== undefined && until < asOf, 'expired', { until: until ?? '' }),
    ...when(!held, 'role-not-held', { person: signatory, role, at }),
    ...conditionProblems(signOff, program),
    ...when(sole !== undefined, 'only-evidence-author', {
      person: signatory,
      category: sole ?? '',
    }),
    ...when(LEVELS.indexOf(level) < LEVELS.indexOf(least), 'evidence-too-low', { level, least }),
  ];
}

const STATES: Partial<Record<SignOffProblem, SignOffState>> = {
  missing: 'missing',
  'not-required': 'missing',
  pending: 'pending',
  unsigned: 'pending',
  rejected: 'rejected',
};

const stateOf = (why: readonly Why[]): SignOffState => {
  const first = why[0];
  return first === undefined ? 'valid' : (STATES[first.code] ?? 'stale');
};

function problemsOf(
  signOff: SignOff | undefined,
  level: EvidenceLevel,
  facts: SigningFacts,
): readonly Why[] {
  if (signOff === undefined) return [problem('missing')];
  const decision = decisionProblem(signOff);
  if (decision !== undefined) return [decision];
  return isSigned(signOff) ? validityProblems(signOff, level, facts) : [];
}

/**
 * One role's sign-off (domain 1.7, rulings A3, B1): approved by someone who held the role on that day, for exactly the
 * criteria as they stand, in time, and not vouched for by the signatory alone. The role is judged in the gate's workstream.
 */
export function assessSignOff(
  role: string,
  mandatory: boolean,
  file: SignOffFile | undefined,
  facts: SigningFacts,
): AssessedSignOff {
  const { program, gate, asOf } = facts;
  const path = file?.path ?? `gates/${gate.id}/signoffs/${role}.yaml`;
  const live = facts.evidence?.get(path);
  // Rulings A3: a commit by someone else than the signatory proves nothing about the signatory.
  const evidenceLevel = live?.note === undefined ? (live?.level ?? 'L0') : 'L0';
  const why = problemsOf(file?.data, evidenceLevel, facts);
  return {
    role,
    mandatory,
    state: stateOf(why),
    evidenceLevel,
    ...(live?.note !== undefined && { note: live.note }),
    why,
    file: file?.data,
    path,
    whoCan: activeOnly(program, holdersOf(program, role, gate.workstream, asOf)),
  };
}
