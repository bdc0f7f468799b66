import type { Criterion } from '../record/criterion.ts';
import type { TypedRecord } from '../record/record-types.ts';
import { dayOf } from '../schedule/day-of.ts';
import { addDays } from '../schedule/working-days.ts';
import type { AssessedCriterion } from './assessment.ts';

export const isApplicable = (criterion: Pick<Criterion, 'status'>): boolean =>
  criterion.status !== 'not_applicable' && criterion.status !== 'void';

/** Waived and not expired: the last day of a waiver still counts (readings E, G.expired_waiver). */
const isWaived = ({ status, waiver }: Criterion, asOf: string): boolean =>
  status === 'waived' && waiver !== undefined && waiver.expires >= asOf;

/** Every piece of evidence that has a life (`valid_days` calendar days from `at`) is past it, and there is no other. */
function isEvidenceStale(criterion: Criterion, asOf: string, timezone: string): boolean {
  const { evidence } = criterion;
  return (
    evidence.length > 0 &&
    evidence.every(
      ({ at, valid_days: days }) => days !== undefined && addDays(dayOf(at, timezone), days) < asOf,
    )
  );
}

export function assessCriterion(
  { id, data }: TypedRecord<'criterion'>,
  asOf: string,
  timezone: string,
): AssessedCriterion {
  const { title, category, mandatory, severity, status, owner, due } = data;
  return {
    id,
    title,
    category,
    mandatory,
    severity,
    status,
    owner,
    due,
    waived: isWaived(data, asOf),
    mandatoryUnmet: mandatory && isApplicable(data) && status !== 'met',
    evidenceStale: isEvidenceStale(data, asOf, timezone),
  };
}
