import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const change = (id: string, on: string, delta: number | undefined, more = {}) => ({
  id,
  type: 'scope_add',
  status: 'approved',
  outcome: 'approved',
  decided_on: on,
  impact: { scope: { size_delta: delta } },
  ...more,
});
const baseline = { date: '2026-01-15', size: 200 };
const rate = (records: Parameters<typeof aFigure>[1], scope: object = { baseline }) =>
  aFigure('scope_change_rate', records, { charter: { scope } });

test('additions and removals add up against the baseline', () => {
  const kpi = rate([change('CR-1', '2026-03-02', 10), change('CR-2', '2026-03-03', -6)]);
  expect(kpi).toMatchObject({ value: 8, n: 2, numerator: 16, denominator: 200 });
});

test('no approved change is no figure, not 0%', () => {
  expect(rate([])).toMatchObject({ value: null, n: 0, status: 'no_data' });
});

test('rejected, other kinds and changes outside the window do not count', () => {
  const kpi = rate([
    change('CR-1', '2026-03-02', 10, { status: 'rejected', outcome: 'rejected' }),
    change('CR-2', '2026-03-02', 10, { type: 'budget' }),
    change('CR-3', '2026-04-01', 10),
  ]);
  expect(kpi.n).toBe(0);
});

test('without a baseline size only the volume is known', () => {
  const kpi = rate([change('CR-1', '2026-03-02', 10)], {});
  expect(kpi).toMatchObject({ value: null, n: 1, details: { volume: 1 } });
});

test('changes decided before the baseline are left out', () => {
  const scope = { baseline: { date: '2026-03-10', size: 100 } };
  const records = [change('CR-1', '2026-03-09', 10), change('CR-2', '2026-03-10', 5)];
  expect(rate(records, scope)).toMatchObject({ value: 5, n: 1 });
});

test('the volume is compared with the three windows before, empty ones counting 0', () => {
  const kpi = rate([change('CR-1', '2026-03-02', 1), change('CR-2', '2026-02-02', 1)]);
  expect(kpi.details.trailing_mean_volume).toBeCloseTo(1 / 3);
  expect(kpi.details.above_trailing).toBe(true);
});

test('a change without a size is named and moves nothing', () => {
  const kpi = rate([change('CR-1', '2026-03-02', undefined), change('CR-2', '2026-03-03', 10)]);
  expect(kpi).toMatchObject({ value: 5, n: 2, numerator: 10 });
  expect(kpi.excluded).toEqual([{ id: 'CR-1', reason: 'missing-size' }]);
  expect(rate([change('CR-1', '2026-03-02', undefined)]).value).toBeNull();
});

test('a baseline of size 0 has no share', () => {
  const scope = { baseline: { date: '2026-01-15', size: 0 } };
  expect(rate([change('CR-1', '2026-03-02', 10)], scope)).toMatchObject({
    value: null,
    numerator: null,
    denominator: null,
  });
});
