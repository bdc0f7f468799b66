import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

type Records = Parameters<typeof aFigure>[1];
const action = (id: string, due: string, done?: string, more = {}) => ({
  id,
  status: done === undefined ? 'open' : 'done',
  due,
  original_due: due,
  ...(done === undefined ? {} : { done_on: done }),
  ...more,
});
const closure = (records: Records, more = {}) => aFigure('action_closure_rate', records, more);

test('actions are judged by the day first promised, and by the new one beside it', () => {
  const kpi = closure([
    action('ACT-1', '2026-03-10', '2026-03-10'),
    action('ACT-2', '2026-03-20', '2026-03-18', { original_due: '2026-03-12' }),
    action('ACT-3', '2026-03-15'),
    action('ACT-4', '2026-03-15', undefined, { status: 'cancelled' }),
  ]);
  expect(kpi.value).toBeCloseTo(33.33, 1);
  expect(kpi.details.lenient).toBeCloseTo(66.67, 1);
});

test('due today and open counts neither way; without due it is named; none is no figure', () => {
  expect(closure([action('ACT-1', '2026-03-20')], { asOf: '2026-03-20' }).n).toBe(0);
  expect(closure([{ id: 'ACT-1' }])).toMatchObject({
    value: null,
    excluded: [{ id: 'ACT-1', reason: 'missing-due' }],
  });
});

const weekly = {
  id: 'status',
  artefact: 'weekly_status',
  cadence: 'weekly',
  due: { weekday: 5, time: '17:00' },
};
const holidays = [{ date: '2026-03-13' }];
const sla = (records: Records, more = {}) =>
  aFigure('communication_sla', records, {
    charter: {
      start: '2026-02-23',
      timezone: 'Europe/Berlin',
      communications: [weekly],
      calendar: { holidays },
    },
    ...more,
  });
const report = (week: string, published: string | undefined, more = {}) => ({
  id: `RPT-${week}`,
  artefact: 'status',
  period: week,
  published_at: published,
  ...more,
});

test('weekly reports are owed each week; on time is the wall clock of the program', () => {
  const kpi = sla([
    report('2026-W10', '2026-03-06T16:59:00+01:00'),
    report('2026-W11', '2026-03-16T15:30:00Z'),
    report('2026-W12', '2026-03-20T16:30:00Z'),
    report('2026-W13', '2026-03-30T09:00:00Z', { due_at: '2026-03-30T09:00:00Z' }),
  ]);
  expect(kpi.items).toEqual([
    { id: 'RPT-2026-W10', value: 1 },
    { id: 'RPT-2026-W11', value: 1 },
    { id: 'RPT-2026-W12', value: 0 },
    { id: 'RPT-2026-W13', value: 1 },
  ]);
  expect(kpi).toMatchObject({ value: 75, status: 'breach' });
});

test('a missing report is late once its day has passed', () => {
  expect(sla([], { asOf: '2026-03-06' })).toMatchObject({ value: null, n: 0 });
  expect(sla([], { asOf: '2026-03-07' })).toMatchObject({ value: 0, n: 1 });
});

test('a program that began years ago owes the same reports, every second week in its own rhythm', () => {
  const charter = (cadence: string) => ({
    start: '1999-01-04',
    communications: [{ ...weekly, cadence }],
  });
  const owed = (cadence: string) => {
    const kpi = aFigure('communication_sla', [], { charter: charter(cadence) });
    return kpi.items.map(({ id }) => id);
  };
  expect(owed('weekly')).toHaveLength(4);
  expect(owed('biweekly')).toEqual(['status/2026-W11', 'status/2026-W13']);
});

test('minutes count when they were promised, and are named when they were not', () => {
  const kpi = aFigure('communication_sla', [
    {
      id: 'MTG-2026-03-02-a',
      at: '2026-03-02',
      minutes_due_at: '2026-03-04',
      minutes_published_at: '2026-03-04',
    },
    {
      id: 'MTG-2026-03-09-a',
      at: '2026-03-09',
      minutes_due_at: '2026-03-11',
      minutes_published_at: '2026-03-12',
    },
    { id: 'MTG-2026-03-16-a', at: '2026-03-16' },
  ]);
  expect(kpi).toMatchObject({ value: 50, n: 2, excluded: [{ reason: 'missing-minutes-due' }] });
});

test('a monthly report is owed on the first due weekday of the next month', () => {
  const monthly = { ...weekly, cadence: 'monthly', due: { weekday: 1 } };
  const charter = { start: '2026-02-10', communications: [monthly] };
  const kpi = aFigure(
    'communication_sla',
    [report('2026-W09', '2026-03-02', { period: '2026-02' })],
    { charter },
  );
  expect(kpi).toMatchObject({ value: 100, n: 1 });
});

const periods = (rows: [string, number, number?][]) =>
  rows.map(([period_end, planned, actual]) => ({ period_end, planned, actual }));
const benefit = (id: string, rows: [string, number, number?][], more = {}) => ({
  id,
  status: 'tracking',
  nature: 'financial',
  profile: periods(rows),
  ...more,
});
const benefits = (records: Records) => aFigure('benefits_realization', records);

test('money to date is capped at 150% a benefit and summed', () => {
  const kpi = benefits([
    benefit('B-1', [
      ['2026-02-28', 100, 400],
      ['2026-06-30', 300],
    ]),
    benefit('B-2', [['2026-03-31', 100, 20]]),
  ]);
  expect(kpi).toMatchObject({ value: 85, n: 2, numerator: 170, denominator: 200, status: 'ok' });
});

test('a past period without actual carries the last one, and per period counts 0', () => {
  const rows: [string, number, number?][] = [
    ['2026-01-31', 100, 80],
    ['2026-02-28', 200],
  ];
  expect(benefits([benefit('B-1', rows)]).value).toBe(40);
  expect(benefits([benefit('B-1', rows, { profile_mode: 'per_period' })]).value).toBeCloseTo(
    26.67,
    1,
  );
});

test('without money the other benefits decide, in the direction they are meant', () => {
  const down = { nature: 'non_financial', baseline: { value: 100, date: '2026-01-01' } };
  const kpi = benefits([benefit('B-1', [['2026-03-31', 60, 80]], down)]);
  expect(kpi).toMatchObject({ value: 50, details: { financial: null, non_financial: 50 } });
});

test('before the first period, planned equal to baseline, or no benefit is no figure', () => {
  expect(benefits([benefit('B-1', [['2026-06-30', 100]])]).value).toBeNull();
  expect(benefits([benefit('B-1', [['2026-03-31', 0, 5]])]).excluded[0]?.reason).toBe(
    'planned-equals-baseline',
  );
  expect(benefits([]).value).toBeNull();
});

const cost = (id: string, as_of: string, lines: object[]) => ({ id, as_of, lines });
const variance = (records: Records, bac?: number) =>
  aFigure('cost_variance', records, { charter: { budget: { bac } } });

test('the latest snapshot against the budget, positive over it', () => {
  const line = {
    budget_to_date: 50,
    actual: 60,
    forecast_to_complete: 46,
    workstream: 'WS-1',
    earned: 55,
  };
  const kpi = variance(
    [
      { id: 'WS-1', lead: 'a' },
      cost('COST-2026-02', '2026-02-28', [line]),
      cost('COST-2026-01', '2026-01-31', []),
    ],
    100,
  );
  expect(kpi).toMatchObject({ value: 6, n: 1, numerator: 6, denominator: 100, status: 'warn' });
  expect(kpi.details).toMatchObject({ to_date: 20, earned_value: { cv: -5 }, vac: -6 });
  expect(kpi.segments['WS-1']).toMatchObject({ value: null, details: { to_date: 20 } });
});

test('without a budget or a snapshot there is no figure', () => {
  expect(variance([cost('COST-2026-02', '2026-02-28', [{ actual: 5 }])]).value).toBeNull();
  expect(variance([], 100).value).toBeNull();
});
