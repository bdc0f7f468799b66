import { expect, test } from 'vitest';
import { workingCalendar } from '../schedule/working-days.ts';
import { slotsOf } from './report-slots.ts';

const calendar = workingCalendar({ workdays: [1, 2, 3, 4, 5], holidays: [] });
const report = (cadence: string) => ({
  id: 'C-1',
  artefact: 'status',
  cadence,
  due: { weekday: 5 },
});
const periods = (cadence: string, from: string, to: string) =>
  slotsOf(report(cadence), from, { from, to }, calendar).map(({ period }) => period);

test('monthly and quarterly reports fall due in the month after their period', () => {
  expect(periods('monthly', '2026-01-01', '2026-03-31')).toEqual(['2026-01', '2026-02']);
  expect(periods('monthly', '2026-01-01', '2026-03-05')).toEqual(['2026-01']);
  expect(periods('quarterly', '2025-10-01', '2026-04-30')).toEqual(['2025-Q4', '2026-Q1']);
});

test('reports come to an end with the last year there is', () => {
  expect(periods('monthly', '9999-10-01', '9999-12-31')).toEqual(['9999-10', '9999-11']);
  expect(periods('quarterly', '9999-10-01', '9999-12-31')).toEqual([]);
});
