import type { Program } from '../program/program.ts';
import type { Charter, Level } from '../record/charter.ts';
import type { Assessment, Risk } from '../record/risk.ts';
import { dayOf } from '../schedule/day-of.ts';
import { addDays, daysBetween } from '../schedule/working-days.ts';

/** Probability and impact are 1..5; `score` their product; `level` comes from the matrix, not from the score. */
export type RiskScore = { probability: number; impact: number; score: number; level: Level };

/** The last assessment of a state up to `asOf`, ties by file order (readings R.last). */
export function lastAssessment(
  charter: Charter,
  risk: Risk,
  state: Assessment['state'],
  asOf: string,
): Assessment | undefined {
  const dated = risk.assessments
    .filter((each) => each.state === state)
    .map((each) => ({ each, day: dayOf(each.at, charter.timezone) }))
    .filter(({ day }) => day <= asOf);
  return dated.reduce<(typeof dated)[number] | undefined>(
    (last, next) => (last === undefined || next.day >= last.day ? next : last),
    undefined,
  )?.each;
}

const impactOf = ({ impact }: Assessment): number => {
  const { schedule, cost, scope, quality, reputation } = impact;
  return Math.max(
    0,
    ...[schedule, cost, scope, quality, reputation].filter((each) => each !== undefined),
  );
};

/** Domain 2.1: critical >= 15, high >= 10, medium >= 5, where the charter has no matrix. */
const defaultLevel = (score: number): Level => {
  if (score >= 15) return 'critical';
  if (score >= 10) return 'high';
  return score >= 5 ? 'medium' : 'low';
};

/** Readings G.8: rows are probability, columns impact. */
export const levelOf = (charter: Charter, probability: number, impact: number): Level =>
  charter.risk_appetite?.matrix?.[probability - 1]?.[impact - 1] ??
  defaultLevel(probability * impact);

/** Domain 2.1, the current rating; undefined when unrated (no assessment, or no impact in it: readings G.27). */
export function riskScore(charter: Charter, risk: Risk, asOf: string): RiskScore | undefined {
  const current = lastAssessment(charter, risk, 'current', asOf);
  const impact = current === undefined ? 0 : impactOf(current);
  if (current === undefined || impact === 0) return undefined;
  const { probability } = current;
  const level = levelOf(charter, probability, impact);
  return { probability, impact, score: probability * impact, level };
}

const PERCENT_OF_RATING = [10, 30, 50, 70, 90];

/** Readings R.pct: the quantitative percent, else the current assessment's, else 10/30/50/70/90 by rating. */
export function riskProbabilityPct(charter: Charter, risk: Risk, asOf: string): number | undefined {
  const current = lastAssessment(charter, risk, 'current', asOf);
  return (
    risk.quantitative?.probability_pct ??
    current?.probability_pct ??
    (current && PERCENT_OF_RATING[current.probability - 1])
  );
}

/** Three-point mean when min and max are there, else the likely value (domain 2.1). */
export const threePointMean = (value: {
  min?: number | undefined;
  likely: number;
  max?: number | undefined;
}): number =>
  value.min === undefined || value.max === undefined
    ? value.likely
    : (value.min + 4 * value.likely + value.max) / 6;

/** Expected money value in major units, whole cents; opportunities negative; null without cost or probability. */
export function expectedValue(charter: Charter, risk: Risk, asOf: string): number | null {
  const percent = riskProbabilityPct(charter, risk, asOf);
  const cost = risk.quantitative?.cost;
  if (percent === undefined || cost === undefined) return null;
  const cents = Math.round(percent * threePointMean(cost));
  return (risk.kind === 'opportunity' ? -cents : cents) / 100;
}

export const PROXIMITY_BANDS = ['now', 'imminent', 'near', 'far', 'passed'] as const;
export type ProximityBand = (typeof PROXIMITY_BANDS)[number];

/** Domain 2.1, in calendar days to the start of the window; undefined without a window. */
export function proximityBand(risk: Risk, asOf: string): ProximityBand | undefined {
  if (risk.proximity === undefined) return undefined;
  if (risk.proximity.to < asOf) return 'passed';
  const days = daysBetween(asOf, risk.proximity.from);
  if (days <= 0) return 'now';
  if (days <= 14) return 'imminent';
  return days <= 42 ? 'near' : 'far';
}

const REVIEW_DAYS: Readonly<Record<Level, number>> = { critical: 7, high: 14, medium: 30, low: 90 };

/** Calendar days between reviews of a risk of that level. */
export const reviewInterval = (charter: Charter, level: Level): number =>
  charter.risk_appetite?.review_days?.[level] ?? REVIEW_DAYS[level];

/** Day of the last assessment of any state or review entry up to `asOf` (readings S-01.last). */
export function lastReview(charter: Charter, risk: Risk, asOf: string): string | undefined {
  const reviews = risk.log.filter(({ event }) => event === 'review');
  const days = [...risk.assessments, ...reviews].map(({ at }) => dayOf(at, charter.timezone));
  return days
    .filter((day) => day <= asOf)
    .toSorted()
    .at(-1);
}

const OPEN_ACTION = ['open', 'in_progress', 'blocked'];

/** Named by the response, or naming the risk as their source. */
const hasOpenAction = ({ byKind }: Program, { id, response }: Risk): boolean =>
  byKind.action.some(
    ({ data }) =>
      OPEN_ACTION.includes(data.status) &&
      (data.source === id || (response?.actions ?? []).includes(data.id)),
  );

export type UnmanagedBecause = 'no-owner' | 'no-strategy' | 'no-action' | 'not-reviewed';

/**
 * Domain 2.1: why a critical risk in open or treating is not managed; empty when it is, or is not critical.
 */
export function unmanagedBecause(
  program: Program,
  risk: Risk,
  asOf: string,
): readonly UnmanagedBecause[] {
  const { charter } = program;
  if (risk.status !== 'open' && risk.status !== 'treating') return [];
  if (riskScore(charter, risk, asOf)?.level !== 'critical') return [];
  const { strategy, due } = risk.response ?? {};
  const isActedOn = (due !== undefined && due >= asOf) || hasOpenAction(program, risk);
  const last = lastReview(charter, risk, asOf);
  const limit = addDays(asOf, -2 * reviewInterval(charter, 'critical'));
  const because: [boolean, UnmanagedBecause][] = [
    [risk.owner === undefined, 'no-owner'],
    [strategy === undefined, 'no-strategy'],
    [!isActedOn, 'no-action'],
    [last === undefined || last < limit, 'not-reviewed'],
  ];
  return because.filter(([holds]) => holds).map(([, reason]) => reason);
}
