import type { Program } from '../program/program.ts';
import { assessGate } from '../readiness/assess-gate.ts';
import type { AssessedSignOff, GateAssessment, SignOffEvidence } from '../readiness/assessment.ts';
import type { Gate } from '../record/gate.ts';
import { ok, type Result } from '../result.ts';
import { affectingIds } from './affecting-ids.ts';
import { type CategoryLines, gateCriteria } from './gate/gate-criteria.ts';
import { type GateRelease, gateRelease } from './gate/gate-release.ts';
import { type GoRule, goRules } from './gate/go-rules.ts';
import { type Named, personName } from './name-of.ts';
import { type ActionLine, actionLine, actionsFor } from './open-actions.ts';
import { recordFor } from './record-for.ts';
import {
  type ReportOptions,
  type ReportRefusal,
  type ReportSource,
  type ReportView,
  viewReport,
} from './report-options.ts';
import { liveRisks, type RiskLine } from './risk-lines.ts';

export type GoNoGoOptions = ReportOptions & {
  /** Evidence levels read live from the host, by sign-off path. */
  evidence?: SignOffEvidence | undefined;
};

export type SignOffLine = Pick<
  AssessedSignOff,
  'role' | 'mandatory' | 'state' | 'evidenceLevel' | 'why'
> & {
  signatory: string | null;
  on: string | null;
  comment: string | null;
  conditions: readonly string[];
  whoCan: readonly string[];
};

export type GateMilestone = Named & {
  committed: string | null;
  forecast: string | null;
  external: boolean;
};

export type GateDecision = {
  outcome: string;
  on: string;
  by: string | null;
  rationale: string | null;
  reevaluateOn: string | null;
  snapshot: {
    applicable: number;
    met: number;
    waived: number;
    mandatoryUnmet: number;
    signoffsOk: boolean;
    asOf: string;
    commit: string | null;
  } | null;
};

/** Readiness checklist and go/no-go record (domain 5.3). */
export type GoNoGo = ReportSource & {
  report: 'gonogo';
  gate: Named & {
    type: string;
    status: string;
    review: string | null;
    daysLeft: number | null;
    decider: string | null;
  };
  milestone: GateMilestone | null;
  release: GateRelease | null;
  verdict: GateAssessment['verdict'];
  assessment: Pick<
    GateAssessment,
    | 'strict'
    | 'withWaivers'
    | 'threshold'
    | 'applicable'
    | 'met'
    | 'waived'
    | 'notMet'
    | 'mandatoryUnmet'
  >;
  rules: readonly GoRule[];
  categories: readonly CategoryLines[];
  signoffs: readonly SignOffLine[];
  missing: GateAssessment['missing'];
  /** Open risks, critical and high, on the gate, its milestone or release; and accepted ones of any level. */
  risks: readonly RiskLine[];
  /** Actions the decision, a sign-off or the review asks for. */
  conditions: readonly ActionLine[];
  decision: GateDecision | null;
  /** Digest of the criteria now, and whether it is the one that was frozen for review; null before the freeze. */
  digest: string;
  frozen: boolean | null;
};

const namesOf = ({ program }: ReportView, people: readonly string[]): string[] =>
  people.map((person) => personName(program, person) ?? person);

function signOffLine(view: ReportView, assessed: AssessedSignOff): SignOffLine {
  const { program, day } = view;
  const { role, mandatory, state, evidenceLevel, why, file, whoCan } = assessed;
  return {
    role,
    mandatory,
    state,
    evidenceLevel,
    why,
    signatory: personName(program, file?.signatory),
    on: file?.at === undefined ? null : day(file.at),
    comment: file?.comment ?? null,
    conditions: file?.conditions ?? [],
    whoCan: namesOf(view, whoCan),
  };
}

function milestoneOf({ program, sight }: ReportView, id: string | undefined): GateMilestone | null {
  const record = id === undefined ? undefined : program.records.get(id);
  if (record?.kind !== 'milestone' || !sight.shows(record.id)) return null;
  const { title, committed_date, forecast_date, external_commitment } = record.data;
  return {
    id: record.id,
    title,
    committed: committed_date ?? null,
    forecast: forecast_date ?? null,
    external: external_commitment,
  };
}

function decisionOf({ program, day }: ReportView, { decision }: Gate): GateDecision | null {
  if (decision === undefined) return null;
  const { outcome, at, by, rationale, reevaluate_on, snapshot } = decision;
  return {
    outcome,
    on: day(at),
    by: personName(program, by),
    rationale: rationale ?? null,
    reevaluateOn: reevaluate_on ?? null,
    snapshot:
      snapshot === undefined
        ? null
        : {
            applicable: snapshot.applicable,
            met: snapshot.met,
            waived: snapshot.waived,
            mandatoryUnmet: snapshot.mandatory_unmet,
            signoffsOk: snapshot.signoffs_ok,
            asOf: snapshot.as_of,
            commit: snapshot.commit ?? null,
          },
  };
}

function gateHead({ program, asOf, wd }: ReportView, gate: Gate): GoNoGo['gate'] {
  const { id, title, type, status, review_date: review, decider } = gate;
  return {
    id,
    title,
    type,
    status,
    review: review ?? null,
    daysLeft: review === undefined ? null : wd(asOf, review),
    decider: personName(program, decider),
  };
}

function risksOf(view: ReportView, gate: Gate, releaseId: string | undefined): RiskLine[] {
  const on = affectingIds(view, [gate.id, gate.milestone, releaseId]);
  return liveRisks(view, ({ id }) => on.has(id)).filter(
    ({ level, accepted }) => accepted !== null || level === 'critical' || level === 'high',
  );
}

function recordOf(view: ReportView, gate: Gate, assessment: GateAssessment) {
  const release = gateRelease(view, gate);
  const { strict, withWaivers, threshold, applicable, met, waived, notMet, mandatoryUnmet } =
    assessment;
  const signedFor = assessment.signoffs.flatMap(({ file }) => file?.conditions ?? []);
  const named = [...(gate.decision?.conditions ?? []), ...signedFor];
  return {
    gate: gateHead(view, gate),
    milestone: milestoneOf(view, gate.milestone),
    release,
    verdict: assessment.verdict,
    assessment: { strict, withWaivers, threshold, applicable, met, waived, notMet, mandatoryUnmet },
    rules: goRules(view, assessment),
    categories: gateCriteria(view, assessment.criteria),
    signoffs: assessment.signoffs.map((each) => signOffLine(view, each)),
    missing: assessment.missing
      .filter(({ subject }) => view.sight.shows(subject))
      .map((each) => ({ ...each, whoCan: namesOf(view, each.whoCan) })),
    risks: risksOf(view, gate, release?.id),
    conditions: actionsFor(view, new Set([gate.id]), named).map((action) =>
      actionLine(view, action),
    ),
    decision: decisionOf(view, gate),
    digest: assessment.digest,
    frozen: gate.criteria_digest === undefined ? null : gate.criteria_digest === assessment.digest,
  };
}

/** The record on which a gate is decided, as it stands at the end of `asOf`. Pure. */
export function buildGoNoGo(
  program: Program,
  gateId: string,
  asOf: string,
  options: GoNoGoOptions = {},
): Result<GoNoGo, ReportRefusal> {
  const view = viewReport(program, asOf, options);
  const record = recordFor(view, 'gate', gateId);
  if (!record.ok) return record;
  const assessment = assessGate(program, gateId, asOf, options.evidence) as GateAssessment;
  const facts = recordOf(view, record.value.data, assessment);
  return ok({ report: 'gonogo', ...view.source(), ...facts });
}
