import type { Said } from '../context/badge.ts';
import { milestoneHealth } from '../health/milestone-health.ts';
import type { Escalate } from '../policy/escalation/escalation.ts';
import { detectEscalations } from '../policy/escalation/escalation-triggers.ts';
import type { Program } from '../program/program.ts';
import type { Decision } from '../record/decision.ts';
import type { Escalation } from '../record/escalation.ts';
import { ok, type Result } from '../result.ts';
import type { Schedule } from '../schedule/critical-path.ts';
import { type AffectedLine, affectedLines } from './affected-lines.ts';
import { affectingIds } from './affecting-ids.ts';
import { type BriefOption, briefOptions } from './decision-brief.ts';
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
import { seenHealth } from './status/status-header.ts';

/** A trigger of domain 2.8 that one of the subjects sets off on the day. */
export type TriggerLine = Pick<Escalate, 'trigger' | 'code' | 'subject' | 'facts' | 'to' | 'level'>;

export type EscalationOption = { title: string } & Partial<
  Pick<BriefOption, 'scheduleDays' | 'cost' | 'riskNote' | 'scopeEffect'>
>;

/** Escalation brief, the exception report of PRINCE2 (domain 5.5). */
export type EscalationBrief = ReportSource & {
  report: 'escalation';
  escalation: Named & {
    status: string;
    level: string | null;
    targetLevel: string | null;
    trigger: string | null;
  };
  ask: string | null;
  to: string | null;
  raisedBy: string | null;
  raisedOn: string | null;
  acknowledgedOn: string | null;
  neededBy: string | null;
  daysLeft: number | null;
  /** Why there is a deviation: the note on the record, triggers that hold now, and facts of the subjects. */
  cause: {
    note: string | null;
    triggers: readonly TriggerLine[];
    facts: readonly { id: string; said: Said }[];
  };
  /** What it is about, and what follows from it: milestones behind it that are promised outside, benefits. */
  subjects: readonly AffectedLine[];
  consequences: readonly AffectedLine[];
  risks: readonly RiskLine[];
  /** Options with their effect where a decision on the same subjects estimates it. */
  options: readonly EscalationOption[];
  decision: Named | null;
  recommendation: { text: string; reason: string | null } | null;
  /** Actions on the subjects and their risks, done and open. */
  tried: readonly ActionLine[];
  lessons: readonly string[];
  resolution: { text: string; on: string | null; level: string | null } | null;
};

function triggersOf(
  view: ReportView,
  plan: Schedule,
  subjects: ReadonlySet<string>,
): TriggerLine[] {
  const { program, asOf } = view;
  return detectEscalations({ program, asOf, schedule: plan })
    .filter(({ subject }) => subjects.has(subject) && view.sight.shows(subject))
    .map(({ trigger, code, subject, facts, to, level }) => ({
      trigger,
      code,
      subject,
      facts,
      to,
      level,
    }));
}

function factsOf(view: ReportView, subjects: Iterable<string>) {
  return [...subjects].flatMap((id): { id: string; said: Said }[] => {
    const totalFloat = view.floatOf(id);
    const health = milestoneHealth(view.program, id, view.asOf, { totalFloat });
    if (health === undefined || !view.sight.shows(id)) return [];
    return seenHealth(view, health).health.why.map((said) => ({ id, said }));
  });
}

/** Milestones that wait for a subject, and benefits a subject enables. */
function followers({ program }: ReportView, subjects: ReadonlySet<string>): string[] {
  const consumers = [...subjects].flatMap((id) => {
    const record = program.records.get(id);
    return record?.kind === 'dependency' ? (record.data.consumer.milestone ?? []) : [];
  });
  const from = new Set([...subjects, ...consumers]);
  const next = program.byKind.milestone
    .filter(({ data }) => data.predecessors.some(({ on }) => from.has(on)))
    .map(({ id }) => id);
  const benefits = program.byKind.benefit
    .filter(({ data }) => data.enablers.some((id) => from.has(id)))
    .map(({ id }) => id);
  return [...consumers, ...next, ...benefits].filter((id) => !subjects.has(id));
}

/** A decision asked for on one of the subjects: its options say what each would cost. */
const decisionOn = (view: ReportView, affecting: ReadonlySet<string>): Decision | undefined =>
  view.program.byKind.decision
    .map(({ data }) => data)
    .filter(({ status }) => status === 'requested' || status === 'deferred')
    .findLast(({ id }) => affecting.has(id) && view.sight.shows(id));

const sameWords = (a: string, b: string): boolean => {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/\b(the|a|an)\b|[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replaceAll(/\s+/g, ' ');
  return words(a) === words(b);
};

function optionsOf({ options }: Escalation, decision: Decision | undefined): EscalationOption[] {
  const estimated = decision === undefined ? [] : briefOptions(decision);
  const titles = options.map((option) => (typeof option === 'string' ? option : option.title));
  const listed = titles.length > 0 ? titles : estimated.map(({ title }) => title);
  return listed.map((title) => {
    const known = estimated.find((option) => sameWords(option.title, title));
    if (known === undefined) return { title };
    const { scheduleDays, cost, riskNote, scopeEffect } = known;
    return { title, scheduleDays, cost, riskNote, scopeEffect };
  });
}

function recommendationOf(
  escalation: Escalation,
  decision: Decision | undefined,
): EscalationBrief['recommendation'] {
  const { recommendation } = escalation;
  const reason = decision?.recommendation?.rationale ?? null;
  return recommendation === undefined ? null : { text: recommendation, reason };
}

function headOf({ program, asOf, wd, day }: ReportView, escalation: Escalation) {
  const { id, title, status, level, target_level, trigger, needed_by, acknowledged_on } =
    escalation;
  return {
    escalation: {
      id,
      title,
      status,
      level: level ?? null,
      targetLevel: target_level ?? null,
      trigger: trigger ?? null,
    },
    ask: escalation.ask ?? null,
    to: personName(program, escalation.to),
    raisedBy: personName(program, escalation.raised_by ?? escalation.owner),
    raisedOn: escalation.raised_on ?? null,
    acknowledgedOn: acknowledged_on === undefined ? null : day(acknowledged_on),
    neededBy: needed_by ?? null,
    daysLeft: needed_by === undefined ? null : wd(asOf, needed_by),
  };
}

function resolutionOf({
  resolution,
  resolved_on,
  resolved_level,
}: Escalation): EscalationBrief['resolution'] {
  if (resolution === undefined) return null;
  return { text: resolution, on: resolved_on ?? null, level: resolved_level ?? null };
}

function briefOf(view: ReportView, escalation: Escalation) {
  const subjects = new Set(escalation.subject);
  const affecting = affectingIds(view, subjects);
  const decision = decisionOn(view, affecting);
  const risks = liveRisks(view, ({ id }) => affecting.has(id));
  const sources = new Set([escalation.id, ...subjects, ...risks.map(({ id }) => id)]);
  return {
    ...headOf(view, escalation),
    cause: {
      note: escalation.description ?? null,
      triggers: triggersOf(view, view.plan(), subjects),
      facts: factsOf(view, subjects),
    },
    subjects: affectedLines(view, escalation.subject),
    consequences: affectedLines(view, followers(view, subjects)),
    risks: risks.filter(({ level }) => level === 'critical' || level === 'high'),
    options: optionsOf(escalation, decision),
    decision: decision === undefined ? null : { id: decision.id, title: decision.title },
    recommendation: recommendationOf(escalation, decision),
    tried: actionsFor(view, sources).map((action) => actionLine(view, action)),
    lessons: escalation.lessons,
    resolution: resolutionOf(escalation),
  };
}

/** What the next level needs on one page to act, at the end of `asOf`. `id` is an escalation. Pure. */
export function buildEscalationBrief(
  program: Program,
  id: string,
  asOf: string,
  options: ReportOptions = {},
): Result<EscalationBrief, ReportRefusal> {
  const view = viewReport(program, asOf, options);
  const record = recordFor(view, 'escalation', id);
  if (!record.ok) return record;
  const facts = briefOf(view, record.value.data);
  return ok({ report: 'escalation', ...view.source(), ...facts });
}
