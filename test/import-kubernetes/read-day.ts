import { isDay } from '@milepost/shared/record/field';
import { epochDay, weekdayOf } from '@milepost/shared/schedule/epoch-day';

const LOOSE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** `2025-10-9` is 2025-10-09; anything that names no real day is undefined. */
export function readDay(value: unknown): string | undefined {
  const [, year = '', month = '', day = ''] = LOOSE.exec(String(value ?? '').trim()) ?? [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const ENGLISH = new RegExp(
  `(${WEEKDAYS.join('|')}) (\\d{1,2})(?:st|nd|rd|th) (${MONTHS.join('|')}) (\\d{4})`,
  'g',
);

export type EnglishDay = { day: string; isWeekdayRight: boolean };

/** Every real day a line names as `Thursday 6th February 2025`, earliest first. */
export function readEnglishDays(line: string): readonly EnglishDay[] {
  return [...line.matchAll(ENGLISH)]
    .flatMap(([, weekday = '', date = '', month = '', year = '']) => {
      const day = readDay(`${year}-${MONTHS.indexOf(month) + 1}-${date}`);
      if (day === undefined) return [];
      return [{ day, isWeekdayRight: WEEKDAYS[weekdayOf(epochDay(day)) - 1] === weekday }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days written YYYY-MM-DD compare as text. */
export const earlierOf = (a: string, b: string): string => [a, b].sort()[0] ?? a;
