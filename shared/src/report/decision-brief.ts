import type { Program } from '../program/program.ts';
import type { Decision } from '../record/decision.ts';
import { ok, type Result } from '../result.ts';
import { type AffectedLine, affectedLines } from './affected-lines.ts';
import { affectingIds } from './affecting-ids.ts';
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
import { type DecisionOption, optionsOf } from './status/decisions-needed.ts';

export type BriefOption = DecisionOption & {
  description: string | null;
  pros: readonly string[];
  cons: readonly string[];
  /** What happens when nobody decides. */
  doNothing: boolean;
};

/** What nobody has said yet, though it would help to decide. `subject` is an option's title or a record. */
export type Unknown = {
  code:
    | 'no-options'
    | 'no-do-nothing'
    | 'no-recommendation'
    | 'option-without-days'
    | 'option-without-cost'
    | 'no-cost-of-delay'
    | 'assumption-open'
    | 'no-approver';
  subject: string | null;
};

/** Decision brief, one page (domain 5.4). */
export type DecisionBrief = ReportSource & {
  report: 'decision';
  decision: Named & {
    status: string;
    question: string;
    class: Decision['class'];
    reversibility: string | null;
  };
  approver: string | null;
  neededBy: string | null;
  /** Working days left, negative when past; working days since it was asked for. */
  daysLeft: number | null;
  age: number | null;
  requestedOn: string | null;
  costOfDelay: string | number | null;
  context: string | null;
  drivers: readonly string[];
  affects: readonly AffectedLine[];
  options: readonly BriefOption[];
  recommendation: { option: string; rationale: string | null; by: string | null } | null;
  /** Risks on what the decision affects, worst first. */
  risks: readonly RiskLine[];
  unknowns: readonly Unknown[];
  driver: string | null;
  consulted: readonly string[];
  informed: readonly string[];
  followUps: readonly ActionLine[];
  outcome: {
    option: string;
    on: string | null;
    rationale: string | null;
    conditions: readonly string[];
  } | null;
};

const DO_NOTHING = /^(do nothing|nothing|no change|leave it|status quo)\b/i;

export function briefOptions(decision: Decision): BriefOption[] {
  const facts = optionsOf(decision);
  return decision.options.map((option, at) => ({
    ...(facts[at] as DecisionOption),
    description: option.description ?? null,
    pros: option.pros,
    cons: option.cons,
    doNothing: DO_NOTHING.test(option.title),
  }));
}

function unknownsOf(
  view: ReportView,
  decision: Decision,
  options: readonly BriefOption[],
): Unknown[] {
  const about = new Set(decision.affects);
  const assumptions = view.program.byKind.assumption.filter(
    ({ id, data }) =>
      ['open', 'validating'].includes(data.status) &&
      data.affects.some((each) => about.has(each)) &&
      view.sight.shows(id),
  );
  const found: [boolean, Unknown][] = [
    [options.length === 0, { code: 'no-options', subject: null }],
    [
      options.length > 0 && !options.some(({ doNothing }) => doNothing),
      { code: 'no-do-nothing', subject: null },
    ],
    [decision.recommendation === undefined, { code: 'no-recommendation', subject: null }],
    ...options.map(({ title, scheduleDays }): [boolean, Unknown] => [
      scheduleDays === null,
      { code: 'option-without-days', subject: title },
    ]),
    ...options.map(({ title, cost }): [boolean, Unknown] => [
      cost === null,
      { code: 'option-without-cost', subject: title },
    ]),
    [decision.cost_of_delay === undefined, { code: 'no-cost-of-delay', subject: null }],
    [decision.approver === undefined, { code: 'no-approver', subject: null }],
    ...assumptions.map(({ id, data }): [boolean, Unknown] => [
      true,
      { code: 'assumption-open', subject: `${id} ${data.title}` },
    ]),
  ];
  return found.filter(([holds]) => holds).map(([, unknown]) => unknown);
}

/** The title of an option by its id; the words themselves where it is none of the list. */
const optionTitle = ({ options }: Decision, id: string): string =>
  options.find((option) => option.id === id)?.title ?? id;

function whoAndWhen({ program, asOf, wd }: ReportView, decision: Decision) {
  const { approver, driver, needed_by, requested_on, contributors, informed } = decision;
  const names = (refs: readonly string[]): string[] =>
    refs.map((ref) => personName(program, ref) ?? ref);
  return {
    approver: personName(program, approver),
    driver: personName(program, driver),
    consulted: names(contributors),
    informed: names(informed),
    neededBy: needed_by ?? null,
    daysLeft: needed_by === undefined ? null : wd(asOf, needed_by),
    requestedOn: requested_on ?? null,
    age: requested_on === undefined ? null : wd(requested_on, asOf),
  };
}

function verdictsOf({ program }: ReportView, decision: Decision) {
  const { recommendation, outcome, decided_on } = decision;
  return {
    recommendation:
      recommendation === undefined
        ? null
        : {
            option: optionTitle(decision, recommendation.option),
            rationale: recommendation.rationale ?? null,
            by: personName(program, recommendation.by),
          },
    outcome:
      outcome === undefined
        ? null
        : {
            option: optionTitle(decision, outcome.option),
            on: decided_on ?? null,
            rationale: outcome.rationale ?? null,
            conditions: outcome.conditions,
          },
  };
}

function briefOf(view: ReportView, decision: Decision) {
  const { id, title, status, question, reversibility, affects, links } = decision;
  const options = briefOptions(decision);
  const linked = links.filter(({ rel }) => rel === 'affects').map(({ to }) => to);
  const about = new Set([...affects, ...linked]);
  const linking = view.program.byKind.risk
    .filter(({ data }) => data.links.some(({ to }) => to === id))
    .map((risk) => risk.id);
  const named = new Set([...linking, ...affectingIds(view, about)]);
  return {
    decision: {
      id,
      title,
      status,
      question: question ?? title,
      class: decision.class,
      reversibility: reversibility ?? null,
    },
    ...whoAndWhen(view, decision),
    costOfDelay: decision.cost_of_delay ?? null,
    context: decision.context ?? null,
    drivers: decision.drivers,
    affects: affectedLines(view, [...about]),
    options,
    ...verdictsOf(view, decision),
    risks: liveRisks(view, (risk) => named.has(risk.id)).filter(
      ({ level }) => level === 'critical' || level === 'high',
    ),
    unknowns: unknownsOf(view, decision, options),
    followUps: actionsFor(view, new Set([id]), decision.follow_ups).map((action) =>
      actionLine(view, action),
    ),
  };
}

/** What the approver needs on one page to decide, at the end of `asOf`. Pure. */
export function buildDecisionBrief(
  program: Program,
  decisionId: string,
  asOf: string,
  options: ReportOptions = {},
): Result<DecisionBrief, ReportRefusal> {
  const view = viewReport(program, asOf, options);
  const record = recordFor(view, 'decision', decisionId);
  if (!record.ok) return record;
  const facts = briefOf(view, record.value.data);
  return ok({ report: 'decision', ...view.source(), ...facts });
}
