import type { FormChoices } from '../messages/message.ts';
import { words } from '../words.ts';

type Calendar = Pick<FormChoices, 'today' | 'workdays' | 'holidays'>;
/** Under the date field: what is wrong with a proposal, or what the date means. */
export type NeedBySays = { error: string } | { note: string; tight: boolean };

const DAY = 86_400_000;
const atNoon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** ISO weekday, Monday is 1. */
const weekday = (day: string): number => new Date(atNoon(day)).getUTCDay() || 7;

const holidayName = (day: string, calendar: Calendar): string | undefined =>
  calendar.holidays.find((holiday) => holiday.day === day)?.name;

const isWorkday = (day: string, calendar: Calendar): boolean =>
  calendar.workdays.includes(weekday(day)) && holidayName(day, calendar) === undefined;

function workdayBefore(day: string, calendar: Calendar): string {
  let before = day;
  for (let step = 0; step < 30 && !isWorkday(before, calendar); step += 1) {
    before = dayOf(atNoon(before) - DAY);
  }
  return before;
}

/** Working days after today up to and with `day`; capped at two years, which no need-by date should exceed. */
export function workdaysUntil(day: string, calendar: Calendar): number {
  let count = 0;
  const end = Math.min(atNoon(day), atNoon(calendar.today) + 730 * DAY);
  for (let time = atNoon(calendar.today) + DAY; time <= end; time += DAY) {
    if (isWorkday(dayOf(time), calendar)) count += 1;
  }
  return count;
}

/** Judges a need-by date: past, weekend or holiday with the day to use instead; else how many working days it leaves. */
export function checkNeedBy(day: string, calendar: Calendar): NeedBySays {
  if (day < calendar.today) return { error: words.needByPast };
  if (!isWorkday(day, calendar)) {
    const why = holidayName(day, calendar) ?? words.weekend;
    return { error: words.needByNoWork(why, workdayBefore(day, calendar)) };
  }
  const left = workdaysUntil(day, calendar);
  return { note: words.needByLeaves(left), tight: left < 10 };
}
