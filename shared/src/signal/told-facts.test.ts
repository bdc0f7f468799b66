import { expect, test } from 'vitest';
import { someSignals } from './a-signal.ts';

type Given = Parameters<typeof someSignals>;

const first = (...given: Given) => {
  const [signal] = someSignals(...given);
  return signal && { facts: signal.facts, since: signal.since };
};

test('S-08 tells the gap, both dates and the float of who needs it', () => {
  const need = {
    ...{ id: 'D-1', status: 'committed', need_by: '2026-04-13', forecast_date: '2026-04-15' },
    consumer: { milestone: 'M-1' },
  };
  expect(first('S-08', [need, { id: 'M-1', estimate: { duration_days: 1 } }])?.facts).toEqual({
    ...{ gap: 2, need_by: '2026-04-13', forecast: '2026-04-15', float: 0, external: false },
  });
});

test('S-13 tells the last late move, not the first', () => {
  const forecast = (as_of: string, date: string) => ({ as_of, date });
  const milestone = {
    ...{ id: 'M-1', status: 'committed', committed_date: '2026-03-16' },
    forecast_history: [
      forecast('2026-03-01', '2026-03-16'),
      forecast('2026-03-05', '2026-03-23'),
      forecast('2026-03-09', '2026-03-31'),
    ],
  };
  expect(first('S-13', [milestone])).toEqual({
    facts: { days: 6, on: '2026-03-09', committed: '2026-03-16', notice: 5 },
    since: '2026-03-09',
  });
});

test('S-14 tells the soonest day: lag always, the shortest duration only from finish to start', () => {
  const earlier = { id: 'M-1', forecast_date: '2026-04-01' };
  const next = (type: string, forecast_date: string, estimate: object | undefined) => [
    earlier,
    { id: 'M-2', forecast_date, estimate, predecessors: [{ on: 'M-1', type, lag_days: 1 }] },
  ];
  const soonest = (type: string, day: string, estimate?: object) =>
    first('S-14', next(type, day, estimate))?.facts.soonest;
  expect(soonest('FS', '2026-04-01')).toBe('2026-04-02');
  expect(soonest('FS', '2026-04-02')).toBeUndefined();
  expect(soonest('FS', '2026-04-02', { duration_days: 2 })).toBe('2026-04-06');
  expect(soonest('FS', '2026-04-02', { optimistic: 1, duration_days: 2 })).toBe('2026-04-03');
  expect(soonest('FF', '2026-04-01', { duration_days: 2 })).toBe('2026-04-02');
  expect(soonest('SS', '2026-04-01', { duration_days: 2 })).toBeUndefined();
});

test('S-19 tells what is open, what must be met and how fast it closed', () => {
  const log = [{ at: '2026-03-04', by: 'ana', event: 'status', from: 'in_progress', to: 'met' }];
  const records = [
    { id: 'G-1', status: 'in_review', review_date: '2026-03-11' },
    { id: 'G-1.1', status: 'not_met' },
    { id: 'G-1.2', status: 'not_met', mandatory: false },
    { id: 'G-1.3', status: 'met', log },
  ];
  expect(first('S-19', records)?.facts).toEqual({
    ...{ review: '2026-03-11', left: 1, unmet: 2, mandatory: 1, strict: 33, rate: 0.1 },
  });
});

test('S-21 is as old as the first of its two reasons', () => {
  const decision = (more: object) => [{ id: 'DEC-1', status: 'requested', ...more }];
  expect(first('S-21', decision({ needed_by: '2026-03-05' }))?.since).toBe('2026-03-06');
  expect(first('S-21', decision({ requested_on: '2026-03-02' }))?.since).toBe('2026-03-10');
  const both = { requested_on: '2026-03-02', needed_by: '2026-03-05' };
  expect(first('S-21', decision(both))?.since).toBe('2026-03-06');
  const early = { requested_on: '2026-02-02', needed_by: '2026-03-05' };
  expect(first('S-21', decision(early))?.since).toBe('2026-02-10');
});

test('a finding is snoozed until the last day anybody said', () => {
  const ack = (at: string, until: string) => ({
    ...{ at, by: 'ana', event: 'signal_ack', ref: 'S-02', until },
  });
  const log = [ack('2026-03-01', '2026-04-01'), ack('2026-03-02', '2026-03-20')];
  const snoozed = (entries: object[]) =>
    someSignals('S-02', [{ id: 'R-1', status: 'open', log: entries }])[0]?.snoozedUntil;
  expect(snoozed(log)).toBe('2026-04-01');
  expect(snoozed(log.toReversed())).toBe('2026-04-01');
  expect(snoozed([ack('2026-03-11', '2026-04-01')])).toBeUndefined();
});
