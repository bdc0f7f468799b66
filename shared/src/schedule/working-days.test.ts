import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from './day-of.ts';
import { dayText, epochDay, weekdayOf } from './epoch-day.ts';
import {
  addDays,
  addWorkingDays,
  boundaryOf,
  dayOfBoundary,
  daysBetween,
  isWorkingDay,
  nextWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from './working-days.ts';

const calendar = workingCalendar({
  workdays: [1, 2, 3, 4, 5],
  holidays: [
    { date: '2026-04-03' },
    { date: '2026-04-06' },
    { date: '2026-05-01' },
    { date: '2026-03-10', teams: ['TM-3'] },
  ],
});
const wd = (a: string, b: string) => workingDaysBetween(calendar, a, b);

test('the golden numbers hold', () => {
  expect(wd('2026-04-02', '2026-04-07')).toBe(1);
  expect(wd('2026-03-02', '2026-03-06')).toBe(4);
  expect(wd('2026-03-09', '2026-03-06')).toBe(-1);
  expect(wd('2026-03-06', '2026-03-09')).toBe(1);
  expect(wd('2026-03-07', '2026-03-08')).toBe(0);
  expect(addWorkingDays(calendar, '2026-04-02', 1)).toBe('2026-04-07');
  expect(addWorkingDays(calendar, '2026-04-07', -1)).toBe('2026-04-02');
  expect(addWorkingDays(calendar, '2026-03-06', 5)).toBe('2026-03-13');
});

test('a holiday of one team does not stop the program', () => {
  expect(isWorkingDay(calendar, '2026-03-10')).toBe(true);
  expect(isWorkingDay(calendar, '2026-04-03')).toBe(false);
});

test('adding 0 stays, also on a day off', () => {
  expect(addWorkingDays(calendar, '2026-03-07', 0)).toBe('2026-03-07');
  expect(nextWorkingDay(calendar, '2026-04-03')).toBe('2026-04-07');
});

test('boundaries count the day itself and finish on the b-th working day', () => {
  expect(boundaryOf(calendar, '2026-03-02', '2026-03-02')).toBe(1);
  expect(boundaryOf(calendar, '2026-03-02', '2026-02-27')).toBe(0);
  expect(dayOfBoundary(calendar, '2026-03-02', 25)).toBe('2026-04-07');
  expect(dayOfBoundary(calendar, '2026-03-02', 47)).toBe('2026-05-08');
  expect(dayOfBoundary(calendar, '2026-03-02', 0)).toBe('2026-03-02');
});

test('agrees with counting day by day', () => {
  const days = fc.integer({ min: epochDay('2025-12-01'), max: epochDay('2026-12-31') });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const between = Array.from({ length: to - from }, (_, index) => dayText(from + 1 + index));
      const count = between.filter((day) => isWorkingDay(calendar, day)).length;
      expect(Math.abs(wd(dayText(a), dayText(b)))).toBe(count);
      expect(Math.sign(wd(dayText(a), dayText(b)))).toBe(count === 0 ? 0 : Math.sign(b - a));
    }),
  );
});

test('adding and counting are inverse on working days', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (count) => {
      expect(wd('2026-03-04', addWorkingDays(calendar, '2026-03-04', count))).toBe(count);
    }),
  );
});

describe('days', () => {
  test('epoch days and texts are inverse over leap years and centuries', () => {
    expect(epochDay('1970-01-01')).toBe(0);
    expect(dayText(epochDay('2000-02-29') + 1)).toBe('2000-03-01');
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(epochDay(dayText(day))).toBe(day);
        expect(dayText(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
    expect(weekdayOf(epochDay('2026-03-10'))).toBe(2);
    expect(daysBetween('2026-02-10', '2026-03-10')).toBe(28);
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });

  test('a timestamp falls on the day of the program zone, not of its own offset', () => {
    expect(dayOf('2026-03-10', 'Europe/Berlin')).toBe('2026-03-10');
    expect(dayOf('2026-03-10T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-11');
    expect(dayOf('2026-03-10T01:00:00+02:00', 'UTC')).toBe('2026-03-09');
    expect(dayOf('2026-03-09T23:30:00-05:00', 'UTC')).toBe('2026-03-10');
    expect(dayOf('2026-07-01T22:30:00Z', 'Europe/Berlin')).toBe('2026-07-02');
    expect(dayOf('2026-01-01T22:30:00Z', 'Europe/Berlin')).toBe('2026-01-01');
  });

  test('with an unknown zone the written day stands', () => {
    expect(dayOf('2026-03-10T23:30:00-05:00', 'Mars/Olympus')).toBe('2026-03-10');
  });
});

test('a day beyond the calendar is its first or last day, so that text order stays day order', () => {
  expect(dayText(epochDay('9999-12-31'))).toBe('9999-12-31');
  expect(dayText(epochDay('9999-12-31') + 1)).toBe('9999-12-31');
  expect(dayText(1e300)).toBe('9999-12-31');
  expect(dayText(epochDay('0001-01-01') - 1)).toBe('0001-01-01');
});

test('a text that is no moment has no day of its own, and does no harm', () => {
  expect(dayOf('soon', 'UTC')).toBe('soon');
  expect(dayOf('some time in spring', 'Europe/Lisbon')).toBe('some time ');
});
