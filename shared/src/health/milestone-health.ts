import type { BadgeLevel, Said } from '../context/badge.ts';
import type { Program } from '../program/program.ts';
import type { Milestone } from '../record/milestone.ts';
import { addDays, calendarOf, daysBetween, workingDaysBetween } from '../schedule/working-days.ts';
import type { Health, Rag } from './health.ts';
import { gateFacts } from './health-of-gate.ts';
import { affectingFacts } from './health-of-others.ts';
import { finishOf, forecastConfirmedOn, slipVsCommitted } from './milestone-figures.ts';

/**
 * What only the schedule can say; parts that are absent are skipped. `totalFloat` working days, `probability` of meeting
 * the committed date 0..100, `p80` a day.
 */
export type ComputedFigures = {
  totalFloat?: number | undefined;
  probability?: number | null | undefined;
  p80?: string | null | undefined;
};

/** A forecast older than this many calendar days is stale (domain 2.6). */
export const STALE_AFTER = 14;

type Facts = { program: Program; milestone: Milestone; asOf: string };

const isExternal = ({ external_commitment, type }: Milestone): boolean =>
  external_commitment || type === 'external';

export const isOpenMilestone = ({ status }: Pick<Milestone, 'status'>): boolean =>
  status === 'planned' || status === 'committed' || status === 'in_progress';

/** Day since which the forecast has been past the committed date. */
function lateSince({ forecast_history, committed_date = '' }: Milestone): string | undefined {
  const onTime = forecast_history.findLastIndex(({ date }) => date <= committed_date);
  return forecast_history[onTime + 1]?.as_of;
}

function dateFacts({ program, milestone, asOf }: Facts): readonly Said[] {
  const { committed_date: committed, forecast_date: forecast } = milestone;
  if (committed === undefined) return [];
  const facts: Said[] = [];
  if (committed < asOf)
    facts.push({
      code: 'health.overdue',
      facts: {
        days: workingDaysBetween(calendarOf(program.charter), committed, asOf),
        committed,
      },
      since: addDays(committed, 1),
      level: 'critical',
    });
  if (forecast !== undefined && forecast > committed)
    facts.push(lateFact(program, milestone, forecast));
  return facts;
}

function lateFact({ charter }: Program, milestone: Milestone, forecast: string): Said {
  const { committed_date: committed = '', communicated } = milestone;
  const told = communicated[0]?.to;
  const since = lateSince(milestone);
  return {
    code: isExternal(milestone) ? 'health.late_external' : 'health.late',
    facts: {
      days: slipVsCommitted(charter, milestone) ?? 0,
      committed,
      forecast,
      ...(told !== undefined && { told }),
    },
    ...(since !== undefined && { since }),
    level: isExternal(milestone) ? 'critical' : 'high',
  };
}

function computedFacts(
  milestone: Milestone,
  { totalFloat, probability, p80 }: ComputedFigures,
): readonly Said[] {
  const { committed_date: committed } = milestone;
  const said = (code: string, level: BadgeLevel, facts: Said['facts']): Said => ({
    code,
    level,
    facts,
  });
  const facts: Said[] = [];
  if (totalFloat !== undefined && totalFloat < 0)
    facts.push(said('health.negative_float', 'critical', { days: -totalFloat }));
  else if (totalFloat !== undefined && totalFloat <= 5)
    facts.push(said('health.low_float', 'medium', { days: totalFloat }));
  if (committed === undefined) return facts;
  if (typeof probability === 'number' && probability < 50 && isExternal(milestone))
    facts.push(said('health.low_chance', 'critical', { percent: probability, committed }));
  if (typeof p80 === 'string' && p80 > committed)
    facts.push(said('health.p80_late', 'medium', { p80, committed }));
  return facts;
}

/** Age in calendar days of the last forecast or confirmation; undefined when none was ever made. */
export function forecastAge(milestone: Milestone, asOf: string): number | undefined {
  const confirmed = forecastConfirmedOn(milestone, asOf);
  return confirmed === undefined ? undefined : daysBetween(confirmed, asOf);
}

function staleFacts({ milestone, asOf }: Facts): readonly Said[] {
  const age = forecastAge(milestone, asOf);
  if (finishOf(milestone) === undefined || age === undefined)
    return [{ code: 'health.no_forecast', facts: {}, level: 'unknown' }];
  if (age <= STALE_AFTER) return [];
  const on = addDays(asOf, -age);
  return [{ code: 'health.forecast_old', facts: { days: age, on }, since: on, level: 'unknown' }];
}

const RANK: Readonly<Record<BadgeLevel, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  unknown: 3,
  low: 4,
  done: 5,
};

export const byLevel = (a: { level?: BadgeLevel }, b: { level?: BadgeLevel }): number =>
  RANK[a.level ?? 'low'] - RANK[b.level ?? 'low'];

/** Critical facts make red, any other amber. */
const ragOf = (why: readonly Said[]): Rag =>
  why.some(({ level }) => level === 'critical') ? 'red' : 'amber';

function openHealth(facts: Facts, computed: ComputedFigures): Health {
  const { program, milestone, asOf } = facts;
  const bad = [
    ...dateFacts(facts),
    ...computedFacts(milestone, computed),
    ...gateFacts(program, milestone, asOf),
    ...affectingFacts(program, milestone, asOf),
  ].toSorted(byLevel);
  const stale = staleFacts(facts);
  if (bad.length > 0) return { rag: ragOf(bad), why: [...bad, ...stale] };
  return stale.length > 0 ? { rag: 'grey', why: stale } : { rag: 'green', why: [] };
}

/**
 * Computed health of a milestone (domain 2.6): worst of its dates, its float and odds where known, its gate, and the
 * dependencies, risks and decisions on it. Green only with a forecast confirmed within 14 days, else grey. Undefined
 * when there is no such milestone.
 */
export function milestoneHealth(
  program: Program,
  id: string,
  asOf: string,
  computed: ComputedFigures = {},
): Health | undefined {
  const record = program.records.get(id);
  if (record?.kind !== 'milestone') return undefined;
  const milestone = record.data;
  if (milestone.status === 'achieved') return { rag: 'complete', why: [] };
  if (!isOpenMilestone(milestone)) return { rag: 'not_started', why: [] };
  if (milestone.status === 'planned' && !hasDates(milestone))
    return { rag: 'not_started', why: [] };
  return openHealth({ program, milestone, asOf }, computed);
}

const hasDates = ({ committed_date, forecast_date }: Milestone): boolean =>
  committed_date !== undefined || forecast_date !== undefined;
