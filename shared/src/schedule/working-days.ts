import type { Charter } from '../record/charter.ts';
import { dayText, type EpochDay, epochDay, weekdayOf } from './epoch-day.ts';

/** Which days are worked. Built once per program; every question below costs O(log holidays). */
export type WorkingCalendar = {
  /** Index = ISO weekday − 1. */
  worked: readonly boolean[];
  perWeek: number;
  /** Working days among the first n days of a week, n = 0..7. */
  before: readonly number[];
  /** Holidays that fall on a worked weekday, ascending. */
  holidays: readonly EpochDay[];
};

/** Domain 1.4. Holidays of some teams only do not stop the program (readings W.team_holidays). */
export function workingCalendar(calendar: Charter['calendar']): WorkingCalendar {
  const worked = [1, 2, 3, 4, 5, 6, 7].map((day) => calendar.workdays.includes(day));
  const before = [0];
  for (const [index, works] of worked.entries()) before.push((before[index] ?? 0) + Number(works));
  const days = calendar.holidays
    .filter((holiday) => holiday.teams === undefined || holiday.teams.length === 0)
    .map((holiday) => epochDay(holiday.date))
    .filter((day) => worked[weekdayOf(day) - 1]);
  const holidays = [...new Set(days)].sort((a, b) => a - b);
  return { worked, perWeek: before[7] ?? 0, before, holidays };
}

/** How many numbers of an ascending list are <= limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Working days up to and with `day`, counted from a fixed Monday long ago; only differences mean something. */
function workedUpTo(calendar: WorkingCalendar, day: EpochDay): number {
  // Epoch day −3 is Monday 1969-12-29.
  const weeks = Math.floor((day + 3) / 7);
  const ofWeek = calendar.before[weekdayOf(day)] ?? 0;
  return weeks * calendar.perWeek + ofWeek - countUpTo(calendar.holidays, day);
}

/** True when `day` is a worked weekday and no holiday of the whole program. */
export const isWorkingDay = (calendar: WorkingCalendar, day: string): boolean =>
  workedUpTo(calendar, epochDay(day)) > workedUpTo(calendar, epochDay(day) - 1);

/** Domain 2.0: working days d with a < d <= b; negative when b is before a; 0 on the same day. */
export const workingDaysBetween = (calendar: WorkingCalendar, a: string, b: string): number =>
  workedUpTo(calendar, epochDay(b)) - workedUpTo(calendar, epochDay(a));

/** First day by which `count` working days are done, counted as `workedUpTo` counts. */
function dayWhenWorked(calendar: WorkingCalendar, count: number, near: EpochDay): EpochDay {
  let low = near;
  let high = near;
  for (let step = 8; workedUpTo(calendar, low) >= count; step *= 2) low -= step;
  for (let step = 8; workedUpTo(calendar, high) < count; step *= 2) high += step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (workedUpTo(calendar, middle) >= count) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The `days`-th working day after `day`, or before it when negative. `days` is whole.
 * 0 gives the day itself, also on a day off (readings G.30).
 */
export function addWorkingDays(calendar: WorkingCalendar, day: string, days: number): string {
  if (days === 0) return day;
  const from = epochDay(day);
  const start = days > 0 ? workedUpTo(calendar, from) : workedUpTo(calendar, from - 1) + 1;
  return dayText(dayWhenWorked(calendar, start + days, from));
}

/** The day itself when it is worked, else the next one that is. */
export const nextWorkingDay = (calendar: WorkingCalendar, day: string): string =>
  isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);

/** Readings D: working days in [epoch, day]; a day before the epoch gives a number <= 0. */
export const boundaryOf = (calendar: WorkingCalendar, epoch: string, day: string): number =>
  workedUpTo(calendar, epochDay(day)) - workedUpTo(calendar, epochDay(epoch) - 1);

/** Domain 2.4: finish date of a boundary, the b-th working day from the epoch; below 1 the first one (readings G.5). */
export function dayOfBoundary(calendar: WorkingCalendar, epoch: string, boundary: number): string {
  const whole = Math.max(1, Math.ceil(boundary - 1e-9));
  const start = workedUpTo(calendar, epochDay(epoch) - 1);
  return dayText(dayWhenWorked(calendar, start + whole, epochDay(epoch)));
}

/** Calendar days from a to b; negative when b is before a. */
export const daysBetween = (a: string, b: string): number => epochDay(b) - epochDay(a);

/** `days` calendar days after `day` (before, when negative). */
export const addDays = (day: string, days: number): string => dayText(epochDay(day) + days);

const calendars = new WeakMap<Charter['calendar'], WorkingCalendar>();

/** The calendar of a charter, built once per charter. */
export function calendarOf(charter: Charter): WorkingCalendar {
  const known = calendars.get(charter.calendar) ?? workingCalendar(charter.calendar);
  calendars.set(charter.calendar, known);
  return known;
}
