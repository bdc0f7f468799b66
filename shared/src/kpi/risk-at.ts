import type { Program } from '../program/program.ts';
import type { Action } from '../record/action.ts';
import { LEVELS, type Level } from '../record/charter.ts';
import type { Assessment, Risk } from '../record/risk.ts';
import { dayOf } from '../schedule/day-of.ts';
import { daysBetween } from '../schedule/working-days.ts';
import { assessmentAt, statusAt } from './history.ts';

const REVIEW_DAYS = { critical: 7, high: 14, medium: 30, low: 90 } as const;
const PCT_BY_RATING = [0, 10, 30, 50, 70, 90];

/** Position in low < medium < high < critical. */
export const levelRank = (level: Level): number => LEVELS.indexOf(level);

/** Largest objective impact, or 0 when none is rated (domain 2.1). */
export const impactOf = ({ impact }: Assessment): number =>
  Math.max(0, ...Object.values(impact).filter((each): each is number => typeof each === 'number'));

function levelByProduct(score: number): Level {
  if (score >= 15) return 'critical';
  if (score >= 10) return 'high';
  return score >= 5 ? 'medium' : 'low';
}

/** Level at a day by the program's matrix, else by the default one; undefined is "unrated" (readings G.8, G.27). */
export function levelAt({ charter }: Program, risk: Risk, day: string): Level | undefined {
  const assessment = assessmentAt(risk, day, charter.timezone);
  const impact = assessment ? impactOf(assessment) : 0;
  if (assessment === undefined || impact === 0) return undefined;
  const cell = charter.risk_appetite?.matrix?.[assessment.probability - 1]?.[impact - 1];
  return cell ?? levelByProduct(assessment.probability * impact);
}

export const reviewDays = ({ charter }: Program, level: Level): number =>
  charter.risk_appetite?.review_days?.[level] ?? REVIEW_DAYS[level];

/** Day of the last look at a risk: any assessment or a `review` log entry up to `day` (readings S-01.last). */
export function lastReview({ charter }: Program, risk: Risk, day: string): string | undefined {
  const reviews = risk.log.filter(({ event }) => event === 'review');
  const days = [...risk.assessments, ...reviews].map(({ at }) => dayOf(at, charter.timezone));
  return days
    .filter((each) => each <= day)
    .toSorted()
    .at(-1);
}

/** Actions that treat a risk: named by its response, or naming the risk as their source. */
export function actionsOf({ byKind }: Program, risk: Risk): readonly Action[] {
  const named = new Set(risk.response?.actions ?? []);
  return byKind.action
    .map(({ data }) => data)
    .filter(({ id, source, status }) => status !== 'void' && (named.has(id) || source === risk.id));
}

/** Money at stake in expectation; opportunities negative; null without a cost (readings R.pct, R.opportunity, G.27). */
export function expectedCost({ charter }: Program, risk: Risk, day: string): number | null {
  const cost = risk.quantitative?.cost;
  const assessment = assessmentAt(risk, day, charter.timezone);
  const pct =
    risk.quantitative?.probability_pct ??
    assessment?.probability_pct ??
    PCT_BY_RATING[assessment?.probability ?? -1];
  if (cost === undefined || pct === undefined) return null;
  const { min, likely, max } = cost;
  const amount = min !== undefined && max !== undefined ? (min + 4 * likely + max) / 6 : likely;
  return ((risk.kind === 'opportunity' ? -1 : 1) * pct * amount) / 100;
}

const BANDS = ['now', 'imminent', 'near', 'far', 'passed'] as const;
export type Band = (typeof BANDS)[number];

/** How soon a risk may occur, in calendar days; without a window it is far (domain 2.1). */
export function bandAt({ proximity }: Risk, day: string): Band {
  if (proximity === undefined) return 'far';
  if (proximity.to < day) return 'passed';
  const days = daysBetween(day, proximity.from);
  if (days <= 0) return 'now';
  if (days <= 14) return 'imminent';
  return days <= 42 ? 'near' : 'far';
}

export const bandRank = (band: Band): number => BANDS.indexOf(band);

export type Unmanaged = 'no-owner' | 'no-strategy' | 'nothing-planned' | 'not-reviewed';

const OPEN_ACTION = new Set<Action['status']>(['open', 'in_progress', 'blocked']);

/** Why a critical risk counts as unmanaged at a day; empty when it is managed or not critical (domain 2.1). */
export function unmanagedReasons(program: Program, risk: Risk, day: string): Unmanaged[] {
  const { timezone } = program.charter;
  const status = statusAt({ kind: 'risk', id: risk.id, path: '', data: risk }, day, timezone);
  if (status !== 'open' && status !== 'treating') return [];
  if (levelAt(program, risk, day) !== 'critical') return [];
  const { owner, response } = risk;
  const planned =
    (response?.due ?? '') >= day ||
    actionsOf(program, risk).some((action) => OPEN_ACTION.has(action.status));
  const seen = lastReview(program, risk, day) ?? risk.raised ?? day;
  const late = daysBetween(seen, day) > 2 * reviewDays(program, 'critical');
  return [
    ...(owner === undefined ? (['no-owner'] as const) : []),
    ...(response?.strategy === undefined ? (['no-strategy'] as const) : []),
    ...(planned ? [] : (['nothing-planned'] as const)),
    ...(late ? (['not-reviewed'] as const) : []),
  ];
}
