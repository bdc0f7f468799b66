import type { Charter } from '../record/charter.ts';
import type { Milestone } from '../record/milestone.ts';
import { dayOf } from '../schedule/day-of.ts';
import { addDays, calendarOf, workingDaysBetween } from '../schedule/working-days.ts';

const between = (
  charter: Charter,
  from: string | undefined,
  to: string | undefined,
): number | undefined =>
  from === undefined || to === undefined
    ? undefined
    : workingDaysBetween(calendarOf(charter), from, to);

/** Domain 2.3: the actual date, else the forecast. */
export const finishOf = ({ actual_date, forecast_date }: Milestone): string | undefined =>
  actual_date ?? forecast_date;

/** Working days from the first approved date to F; positive is late; undefined when a date is missing. */
export const slip = (charter: Charter, milestone: Milestone): number | undefined =>
  between(charter, milestone.baseline_date, finishOf(milestone));

/** Working days from the committed date in force to F. */
export const slipVsCommitted = (charter: Charter, milestone: Milestone): number | undefined =>
  between(charter, milestone.committed_date, finishOf(milestone));

/** `start_date`, else the day the first baseline was set (readings K2.start). */
export function startOf(charter: Charter, milestone: Milestone): string | undefined {
  const first = milestone.baseline_history[0];
  return milestone.start_date ?? (first && dayOf(first.at, charter.timezone));
}

/** Domain 2.3: slip against the committed date in percent of the planned length, full precision. */
export function scheduleVariancePct(charter: Charter, milestone: Milestone): number | undefined {
  const late = slipVsCommitted(charter, milestone);
  const length = between(charter, startOf(charter, milestone), milestone.committed_date);
  return late === undefined || length === undefined
    ? undefined
    : (100 * late) / Math.max(1, length);
}

const forecasts = (milestone: Milestone, until: string) =>
  milestone.forecast_history
    .filter((entry) => entry.as_of <= until)
    .toSorted((a, b) => (a.as_of < b.as_of ? -1 : Number(a.as_of > b.as_of)));

/** Day on which the forecast was last made or confirmed, up to `asOf`. */
export const forecastConfirmedOn = (milestone: Milestone, asOf: string): string | undefined =>
  forecasts(milestone, asOf).at(-1)?.as_of;

/**
 * Working days from the date that was forecast `days` calendar days before the end to the actual date (domain 2.3,
 * 30 by default); undefined while not achieved or when there was no forecast yet.
 */
export function forecastAccuracy(
  charter: Charter,
  milestone: Milestone,
  days = 30,
): number | undefined {
  const { actual_date: actual } = milestone;
  if (actual === undefined) return undefined;
  return between(charter, forecasts(milestone, addDays(actual, -days)).at(-1)?.date, actual);
}

/** One change of the forecast date; `days` working days, positive is later. */
export type ForecastMove = { on: string; from: string; to: string; days: number };

/** Moves made from `asOf` − `window` calendar days (inclusive, readings S-12.edge) to `asOf`; confirmations are none. */
export function forecastMoves(
  charter: Charter,
  milestone: Milestone,
  asOf: string,
  window = 60,
): readonly ForecastMove[] {
  const history = forecasts(milestone, asOf);
  return history.flatMap((entry, index) => {
    const before = history[index - 1];
    if (before === undefined || before.date === entry.date) return [];
    if (entry.as_of < addDays(asOf, -window)) return [];
    const days = workingDaysBetween(calendarOf(charter), before.date, entry.date);
    return [{ on: entry.as_of, from: before.date, to: entry.date, days }];
  });
}

/** Number of moves to a later date in 60 days (domain 2.3). */
export const slipCount = (charter: Charter, milestone: Milestone, asOf: string): number =>
  forecastMoves(charter, milestone, asOf).filter(({ from, to }) => to > from).length;

/** Working days the forecast moved in either direction, per calendar day of 60. */
export const volatility = (charter: Charter, milestone: Milestone, asOf: string): number =>
  forecastMoves(charter, milestone, asOf).reduce((sum, { days }) => sum + Math.abs(days), 0) / 60;
