import { epochDay, weekdayOf } from '../schedule/epoch-day.ts';

/** Names a localised client replaces. */
export type DayNames = {
  months: readonly string[];
  longMonths: readonly string[];
  weekdays: readonly string[];
};

export const englishDays: DayNames = {
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  longMonths:
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
  weekdays: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
};

/** `short` `12 Jun`, `long` `12 June` for listeners, `act` `Thu 12 Mar` where someone must act. */
export type DayStyle = 'short' | 'long' | 'act';

/**
 * A day in words, never all digits; the year only when it is not the program's (design/interaction.md section 2). With
 * `programYear` undefined the year is always said. Text that is no day is returned as it is.
 */
export function formatDay(
  day: string,
  programYear: number | undefined,
  style: DayStyle = 'short',
  names: DayNames = englishDays,
): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const month = Number(day.slice(5, 7)) - 1;
  const months = style === 'long' ? names.longMonths : names.months;
  const weekday = style === 'act' ? `${names.weekdays[weekdayOf(epochDay(day)) - 1] ?? ''} ` : '';
  const year = Number(day.slice(0, 4));
  const date = `${weekday}${Number(day.slice(8, 10))} ${months[month] ?? ''}`;
  return year === programYear ? date : `${date} ${year}`;
}
