import { expect, test } from 'vitest';
import type { AnyRecord } from '../record/record-types.ts';
import { aProgram } from '../schedule/a-program.ts';
import { assessmentAt, committedAt, existsAt, forecastAt, statusAt } from './history.ts';

const record = (plain: { id: string } & Record<string, unknown>): AnyRecord =>
  aProgram([plain]).records.get(plain.id) as AnyRecord;
const move = (at: string, from: string, to: string, event = 'status') => ({
  at,
  by: 'ana',
  event,
  from,
  to,
});

const logged = record({
  id: 'R-1',
  status: 'treating',
  log: [move('2026-02-10', 'proposed', 'open'), move('2026-03-02', 'open', 'treating')],
});

test('comes from the log, on the day of the entry itself', () => {
  const at = (day: string) => statusAt(logged, day, 'UTC');
  expect(['2026-02-09', '2026-02-10', '2026-03-01', '2026-03-02'].map(at)).toEqual([
    'proposed',
    'open',
    'open',
    'treating',
  ]);
});

test('stands as it is where nothing was logged', () => {
  expect(statusAt(record({ id: 'R-1', status: 'open' }), '2020-01-01', 'UTC')).toBe('open');
});

test('a dated end wins over the log', () => {
  const done = record({ id: 'M-1', status: 'achieved', actual_date: '2026-03-10' });
  expect(statusAt(done, '2026-03-10', 'UTC')).toBe('achieved');
  expect(statusAt(done, '2026-03-09', 'UTC')).toBe('in_progress');
});

test('a reopened issue was closed between its closing and its reopening', () => {
  const issue = record({
    id: 'I-1',
    status: 'in_progress',
    log: [move('2026-03-01', 'resolved', 'closed'), move('2026-03-10', 'closed', '', 'reopen')],
  });
  expect(statusAt(issue, '2026-03-05', 'UTC')).toBe('closed');
  expect(statusAt(issue, '2026-03-10', 'UTC')).toBe('in_progress');
});

test('a decision superseded later was decided in between', () => {
  const decision = record({
    id: 'DEC-1',
    status: 'superseded',
    decided_on: '2026-03-01',
    log: [move('2026-03-01', 'requested', 'decided'), move('2026-04-01', 'decided', 'superseded')],
  });
  const at = (day: string) => statusAt(decision, day, 'UTC');
  expect([at('2026-02-27'), at('2026-03-15'), at('2026-04-01')]).toEqual([
    'requested',
    'decided',
    'superseded',
  ]);
});

test('a timestamp counts on its day in the zone of the program', () => {
  const late = record({
    id: 'R-1',
    status: 'open',
    log: [move('2026-03-01T23:30:00Z', 'proposed', 'open')],
  });
  expect(statusAt(late, '2026-03-01', 'UTC')).toBe('open');
  expect(statusAt(late, '2026-03-01', 'Europe/Berlin')).toBe('proposed');
});

test('a record exists from the day it was raised and never when void', () => {
  expect(existsAt(record({ id: 'R-1', raised: '2026-03-02' }), '2026-03-01')).toBe(false);
  expect(existsAt(record({ id: 'R-1', raised: '2026-03-02' }), '2026-03-02')).toBe(true);
  expect(existsAt(record({ id: 'R-1', status: 'void' }), '2026-03-02')).toBe(false);
});

const found = record({
  id: 'M-1',
  committed_date: '2026-06-12',
  forecast_date: '2026-06-19',
  baseline_history: [
    { at: '2026-01-26', to: '2026-05-29' },
    { at: '2026-02-27', from: '2026-05-29', to: '2026-06-12' },
  ],
  forecast_history: [
    { as_of: '2026-02-27', date: '2026-06-12' },
    { as_of: '2026-03-06', date: '2026-06-19' },
  ],
});
const milestone = found.kind === 'milestone' ? found.data : undefined;
if (milestone === undefined) throw new Error('not a milestone');

test('the committed date is the last baseline set by then', () => {
  const at = (day: string) => committedAt(milestone, day, 'UTC');
  expect(['2026-01-25', '2026-02-26', '2026-02-27'].map(at)).toEqual([
    undefined,
    '2026-05-29',
    '2026-06-12',
  ]);
});

test('the forecast is the last one given by then', () => {
  const at = (day: string) => forecastAt(milestone, day);
  expect(['2026-02-26', '2026-03-05', '2026-03-06'].map(at)).toEqual([
    undefined,
    '2026-06-12',
    '2026-06-19',
  ]);
});

test('the assessment is the latest by day, and lower in the file on the same day', () => {
  const found = record({
    id: 'R-1',
    assessments: [
      { at: '2026-03-05', probability: 2 },
      { at: '2026-03-01', probability: 1 },
      { at: '2026-03-05', probability: 3 },
      { at: '2026-03-04', state: 'residual', probability: 5 },
    ],
  });
  const risk = found.kind === 'risk' ? found.data : undefined;
  if (risk === undefined) throw new Error('not a risk');
  const at = (day: string) => assessmentAt(aProgram([]), risk, day)?.probability;
  expect(['2026-02-28', '2026-03-04', '2026-03-05'].map(at)).toEqual([undefined, 1, 3]);
});
