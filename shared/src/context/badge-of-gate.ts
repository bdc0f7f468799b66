import { isApplicable } from '../readiness/assess-criteria.ts';
import { assessGate } from '../readiness/assess-gate.ts';
import type { AssessedCriterion, GateAssessment } from '../readiness/assessment.ts';
import type { Gate } from '../record/gate.ts';
import { calendarOf, workingDaysBetween } from '../schedule/working-days.ts';
import type { BadgeLevel, Said } from './badge.ts';
import { type BadgeCore, type BadgeFacts, type MatchOf, said, who } from './badge-facts.ts';

/** Readings G.13: criteria this page matches by itself; where it matches none, all of the gate's. */
export function checksReached(
  gateId: string,
  criteria: readonly AssessedCriterion[],
  { matches }: BadgeFacts,
): { checks: readonly AssessedCriterion[]; reached: boolean } {
  const own = new Set(
    matches
      .filter(({ record, through }) => record.kind === 'criterion' && through === undefined)
      .map(({ record }) => record.id),
  );
  const applicable = criteria.filter(isApplicable);
  const reached = applicable.filter(({ id }) => own.has(id) && id.startsWith(`${gateId}.`));
  return reached.length > 0
    ? { checks: reached, reached: true }
    : { checks: applicable, reached: false };
}

const isOpenCheck = ({ status, waived }: AssessedCriterion): boolean => status !== 'met' && !waived;

function isAlarm(gate: Gate, checks: readonly AssessedCriterion[], facts: BadgeFacts): boolean {
  if (gate.review_date === undefined || gate.decision !== undefined) return false;
  const { program, asOf } = facts;
  const days = workingDaysBetween(calendarOf(program.charter), asOf, gate.review_date);
  return days <= 5 && checks.some((check) => check.mandatoryUnmet && !check.waived);
}

function whyOf(gate: Gate, assessed: GateAssessment, facts: BadgeFacts): readonly Said[] {
  const { program, asOf } = facts;
  const invalid = assessed.signoffs.filter(
    ({ mandatory, state }) => mandatory && state !== 'valid',
  );
  const why: Said[] = [];
  if (assessed.mandatoryUnmet > 0)
    why.push(said('why.mandatory_unmet', { count: assessed.mandatoryUnmet }));
  if (invalid.length > 0)
    why.push(
      said('why.signoffs_missing', {
        count: invalid.length,
        of: assessed.signoffs.filter(({ mandatory }) => mandatory).length,
      }),
    );
  if (gate.review_date !== undefined && gate.decision === undefined) {
    const days = workingDaysBetween(calendarOf(program.charter), asOf, gate.review_date);
    const code = days < 0 ? 'why.review_past' : 'why.review';
    why.push(said(code, { date: gate.review_date, days }));
  }
  return why;
}

/** Row 13 of the state table. */
export function badgeOfGate({ record }: MatchOf<'gate'>, facts: BadgeFacts): BadgeCore {
  const { program, asOf } = facts;
  const gate = record.data;
  const assessed = assessGate(program, record.id, asOf);
  const { checks, reached } = checksReached(record.id, assessed?.criteria ?? [], facts);
  const open = checks.filter(isOpenCheck).length;
  const counted = { open, total: checks.length, reached };
  const rate = (): { level: BadgeLevel; state: Said } => {
    if (checks.length === 0) return { level: 'unknown', state: said('state.no_checks') };
    if (open === 0) return { level: 'done', state: said('state.checks_met', counted) };
    const level = isAlarm(gate, checks, facts) ? 'critical' : 'medium';
    return { level, state: said('state.checks_open', counted) };
  };
  return {
    kind: 'gate',
    shortName: '',
    ...rate(),
    why: assessed === undefined ? [] : whyOf(gate, assessed, facts),
    next:
      gate.review_date === undefined || gate.decision !== undefined
        ? undefined
        : said('next.review_gate', {
            id: record.id,
            date: gate.review_date,
            ...who(program, gate.decider),
          }),
  };
}
