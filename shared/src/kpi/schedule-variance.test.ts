import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const plan = (id: string, more = {}) => ({
  id,
  status: 'committed',
  start_date: '2026-03-02',
  committed_date: '2026-04-10',
  forecast_date: '2026-04-17',
  ...more,
});
const variance = (records: Parameters<typeof aFigure>[1], more = {}) =>
  aFigure('schedule_variance', records, more);

test('five working days late on 29 planned is 17.2%', () => {
  const kpi = variance([plan('M-1')]);
  expect(kpi.value).toBeCloseTo((100 * 5) / 29, 6);
  expect(kpi).toMatchObject({ status: 'warn', details: { signed_days: [{ id: 'M-1', days: 5 }] } });
});

test('being early counts as much as being late', () => {
  const kpi = variance([plan('M-1'), plan('M-2', { forecast_date: '2026-04-03' })]);
  expect(kpi.value).toBeCloseTo((100 * 5) / 29, 6);
  expect(kpi.details.max).toBeCloseTo((100 * 5) / 29, 6);
});

test('near ends 30 days after the window and has no lower bound', () => {
  const on = (day: string) => plan('M-1', { committed_date: day, forecast_date: '2026-12-01' });
  expect(variance([on('2026-04-30')]).n).toBe(1);
  expect(variance([on('2026-05-01')]).n).toBe(0);
  expect(variance([on('2026-01-15')]).n).toBe(1);
});

test('without near milestones there is no figure', () => {
  expect(variance([]).value).toBeNull();
});

test('a missing date is named; the day of the first baseline stands in for a start', () => {
  const { start_date: _, ...bare } = plan('M-1');
  expect(variance([bare]).excluded).toEqual([{ id: 'M-1', reason: 'missing-start' }]);
  const based = { ...bare, baseline_history: [{ at: '2026-03-02', to: '2026-04-10' }] };
  expect(variance([based]).value).toBeCloseTo((100 * 5) / 29, 6);
});

test('an achieved milestone shows how good its forecast was 30 days before', () => {
  const kpi = variance([
    plan('M-1', {
      status: 'achieved',
      actual_date: '2026-03-20',
      forecast_history: [{ as_of: '2026-02-10', date: '2026-03-13' }],
    }),
  ]);
  expect(kpi).toMatchObject({ n: 0, details: { forecast_accuracy_30: 5 } });
});
