import type { Charter, Level } from '../record/charter.ts';
import type { Assessment, Risk } from '../record/risk.ts';
import { addDays } from '../schedule/working-days.ts';

const byProduct = (product: number): Level => {
  if (product >= 15) return 'critical';
  if (product >= 10) return 'high';
  return product >= 5 ? 'medium' : 'low';
};

/** Level of a rated risk: the organisation's matrix where it has one, else by P × I (domain 2.1). */
export const levelOf = (
  charter: Pick<Charter, 'risk_appetite'>,
  probability: number,
  impact: number,
): Level =>
  charter.risk_appetite?.matrix?.[probability - 1]?.[impact - 1] ?? byProduct(probability * impact);

/** Calendar days between two reviews by level (domain 2.1). */
const REVIEW_DAYS: Record<Level, number> = { critical: 7, high: 14, medium: 30, low: 90 };

/** The day the next review is due, counted from `day`. */
export function reviewDueAfter(
  charter: Pick<Charter, 'risk_appetite'>,
  day: string,
  probability: number,
  impact: number,
): string {
  const level = levelOf(charter, probability, impact);
  return addDays(day, charter.risk_appetite?.review_days?.[level] ?? REVIEW_DAYS[level]);
}

/** Level by the latest `current` assessment (readings R.last), or undefined for an unrated risk. */
export function currentLevel(
  charter: Pick<Charter, 'risk_appetite'>,
  risk: Pick<Risk, 'assessments'>,
): Level | undefined {
  const last = risk.assessments
    .filter(({ state }) => state === 'current')
    .reduce<Assessment | undefined>(
      (best, entry) => (best === undefined || entry.at >= best.at ? entry : best),
      undefined,
    );
  const impacts = Object.values(last?.impact ?? {}).filter((value) => typeof value === 'number');
  if (last === undefined || impacts.length === 0) return undefined;
  return levelOf(charter, last.probability, Math.max(...impacts));
}
