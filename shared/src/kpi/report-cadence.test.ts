import { expect, test } from 'vitest';
import { workingCalendar } from '../schedule/working-days.ts';
import { slotsOf } from './report-slots.ts';

const calendar = workingCalendar({ workdays: [1, 2, 3, 4, 5], holidays: [{ date: '2026-04-06' }] });
const owed = (cadence: string, from: string, to: string, more = {}, start = '2026-01-01') =>
  slotsOf(
    { id: 'r', artefact: 'r', cadence, due: { weekday: 1 }, ...more },
    start,
    { from, to },
    calendar,
  )
    .filter(({ due }) => due >= from)
    .map(({ period, due }) => `${period} ${due}`);

test('weekly reports are owed every week, those every two weeks from the first week on', () => {
  expect(owed('weekly', '2026-01-01', '2026-01-19')).toEqual([
    ...['2026-W02 2026-01-05', '2026-W03 2026-01-12', '2026-W04 2026-01-19'],
  ]);
  expect(owed('biweekly', '2026-01-05', '2026-02-01')).toEqual([
    ...['2026-W03 2026-01-12', '2026-W05 2026-01-26'],
  ]);
});

test('months and quarters are reported on the first due weekday after they end', () => {
  expect(owed('monthly', '2026-02-01', '2026-03-31')).toEqual([
    ...['2026-01 2026-02-02', '2026-02 2026-03-02'],
  ]);
  expect(owed('monthly', '2026-12-01', '2027-01-31').at(-1)).toBe('2026-12 2027-01-04');
  expect(owed('quarterly', '2026-01-01', '2026-12-31', { due: { weekday: 5 } })).toEqual([
    ...['2026-Q1 2026-04-03', '2026-Q2 2026-07-03', '2026-Q3 2026-10-02'],
  ]);
});

test('a day nobody works moves to the next that somebody does', () => {
  expect(owed('quarterly', '2026-04-01', '2026-04-30')).toEqual(['2026-Q1 2026-04-07']);
});

test('without a due day, or in a rhythm that is not known, nothing is owed', () => {
  expect(owed('weekly', '2026-01-01', '2026-02-01', { due: undefined })).toEqual([]);
  expect(owed('now and then', '2026-01-01', '2026-06-01')).toEqual([]);
});

test('a rhythm that began long ago keeps its beat', () => {
  const late = owed('biweekly', '2026-03-01', '2026-03-31', {}, '2019-01-07');
  expect(late).toEqual(owed('biweekly', '2026-03-01', '2026-03-31', {}, '2024-12-30'));
  expect(late).toHaveLength(2);
});
