import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const due = (id: string, committed: string, more = {}) => ({
  id,
  status: 'committed',
  committed_date: committed,
  ...more,
});
const done = (id: string, committed: string, actual: string, more = {}) =>
  due(id, committed, { status: 'achieved', actual_date: actual, ...more });
const rate = (records: Parameters<typeof aFigure>[1], more = {}) =>
  aFigure('milestone_on_time', records, more);

test('one on time, one late, one not done are a third', () => {
  const kpi = rate([
    done('M-1', '2026-03-10', '2026-03-10'),
    done('M-2', '2026-03-10', '2026-03-11'),
    due('M-3', '2026-03-20'),
  ]);
  expect(kpi.value).toBeCloseTo(33.33, 1);
  expect(kpi).toMatchObject({ n: 3, numerator: 1, denominator: 3, status: 'breach' });
});

test('nothing due and nothing achieved is no figure', () => {
  expect(rate([])).toMatchObject({ value: null, n: 0, status: 'no_data', completeness: null });
});

test('an early achievement counts in the window of its actual date only', () => {
  const early = done('M-1', '2026-03-10', '2026-02-20');
  expect(rate([early]).n).toBe(0);
  expect(rate([early], { window: { from: '2026-02-01', to: '2026-02-28' } }).value).toBe(100);
});

test('a late one is late where it was due and again where it was achieved', () => {
  const late = done('M-1', '2026-03-10', '2026-04-03');
  expect(rate([late])).toMatchObject({ value: 0, n: 1 });
  const april = { window: { from: '2026-04-01', to: '2026-04-30' } };
  expect(rate([late], april)).toMatchObject({ value: 0, n: 1 });
});

test('due on as_of and not done counts neither way', () => {
  const kpi = rate([due('M-1', '2026-03-20'), due('M-2', '2026-03-21')], { asOf: '2026-03-20' });
  expect(kpi.n).toBe(0);
  expect(rate([due('M-1', '2026-03-20')], { asOf: '2026-03-21' }).n).toBe(1);
});

test('cancelled and deferred ones due in the window are left out by name', () => {
  const kpi = rate([
    due('M-1', '2026-03-10', { status: 'cancelled' }),
    due('M-2', '2026-03-10', { status: 'deferred' }),
    due('M-3', '2026-05-10', { status: 'cancelled' }),
  ]);
  expect(kpi.excluded).toEqual([
    { id: 'M-1', reason: 'cancelled' },
    { id: 'M-2', reason: 'deferred' },
  ]);
});

test('achieved without a committed date lowers completeness', () => {
  const bare = { id: 'M-1', status: 'achieved', actual_date: '2026-03-02' };
  const kpi = rate([bare, done('M-2', '2026-03-10', '2026-03-10')]);
  expect(kpi).toMatchObject({ value: 100, completeness: 50 });
});

test('a re-baseline after the miss does not erase it, and the baseline figure stands beside', () => {
  const moved = due('M-1', '2026-05-10', {
    baseline_date: '2026-03-10',
    baseline_history: [
      { at: '2026-01-01', to: '2026-03-10' },
      { at: '2026-04-02', from: '2026-03-10', to: '2026-05-10' },
    ],
  });
  expect(rate([moved])).toMatchObject({ value: 0, n: 1, details: { vs_baseline: 0 } });
});

test('void milestones are nowhere', () => {
  expect(rate([due('M-1', '2026-03-10', { status: 'void' })])).toMatchObject({
    n: 0,
    excluded: [],
  });
});
