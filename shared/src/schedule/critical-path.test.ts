import { describe, expect, test } from 'vitest';
import { aProgram } from './a-program.ts';
import { schedule } from './critical-path.ts';

const holidays = ['2026-04-03', '2026-04-06', '2026-05-01'].map((date) => ({ date }));
const charter = { start: '2026-03-02', calendar: { workdays: [1, 2, 3, 4, 5], holidays } };
const BEFORE = '2026-03-01';

type Plain = { id: string } & Record<string, unknown>;

const milestone = (id: string, days: number, on: string[] = [], more = {}): Plain => ({
  id,
  estimate: { duration_days: days },
  predecessors: on.map((each) => ({ on: each })),
  ...more,
});

function planOf(records: Plain[], asOf = BEFORE) {
  const plan = schedule(aProgram(records, { charter }), asOf);
  const node = (id: string) => plan.nodes.find((each) => each.id === id);
  return { plan, node };
}

describe('the golden plan of domain 2.4', () => {
  const records = [
    milestone('M-1', 10),
    milestone('M-2', 15, ['M-1']),
    milestone('M-3', 5, ['M-1']),
    milestone('M-4', 20, [], { predecessors: [{ on: 'M-2', lag_days: 2 }] }),
    milestone('M-5', 8, ['M-3']),
    milestone('M-6', 12, ['M-5']),
    milestone('M-7', 0, ['M-4', 'M-6']),
  ];

  test('ends at 47, M-2 finishes on 7 April and M-7 on 8 May', () => {
    const { plan, node } = planOf(records);
    expect(plan.end).toBe(47);
    expect(plan.epoch).toBe('2026-03-02');
    expect(node('M-2')?.finish).toBe('2026-04-07');
    expect(node('M-7')?.finish).toBe('2026-05-08');
    expect(plan.nodes.filter((each) => each.critical).map((each) => each.id)).toEqual([
      'M-1',
      'M-2',
      'M-4',
      'M-7',
    ]);
  });

  test('an external promise at boundary 40 turns the long path to -7', () => {
    const last = {
      ...records[6],
      external_commitment: true,
      committed_date: '2026-04-28',
    } as Plain;
    const { node } = planOf([...records.slice(0, 6), last]);
    expect(node('M-1')?.tf).toBe(-7);
    expect(node('M-6')?.tf).toBe(5);
  });

  test('an internal committed date is no deadline', () => {
    const last = { ...records[6], committed_date: '2026-04-28' } as Plain;
    expect(planOf([...records.slice(0, 6), last]).node('M-1')?.tf).toBe(0);
  });
});

test('work not started cannot start before the end of as_of', () => {
  expect(planOf([milestone('M-1', 3)], '2026-03-06').node('M-1')).toMatchObject({ es: 5, ef: 8 });
});

test('an implied duration ends exactly on the forecast', () => {
  const plain = { id: 'M-1', start_date: '2026-03-09', forecast_date: '2026-04-07' };
  expect(planOf([plain]).node('M-1')?.finish).toBe('2026-04-07');
});

test('remaining work starts at as_of and after its links, and elapsed days are taken off', () => {
  const started = { status: 'in_progress', actual_start: '2026-03-02' };
  const { node } = planOf(
    [
      milestone('M-1', 10, [], started),
      milestone('M-2', 2, [], started),
      milestone('M-3', 9, ['M-1'], { ...started, estimate: { remaining_days: 4 } }),
    ],
    '2026-03-06',
  );
  expect(node('M-1')).toMatchObject({ es: 5, ef: 11 });
  expect(node('M-2')).toMatchObject({ es: 5, ef: 6 });
  expect(node('M-3')).toMatchObject({ es: 11, ef: 15 });
});

test('an achieved milestone is a point at its actual date, whatever came before', () => {
  const done = { status: 'achieved', actual_date: '2026-03-04' };
  const { node } = planOf([milestone('M-1', 30), milestone('M-2', 5, ['M-1'], done)], '2026-03-06');
  expect(node('M-2')).toMatchObject({ es: 3, ef: 3, finish: '2026-03-04' });
});

test('cancelled and deferred milestones leave with their links', () => {
  const { plan, node } = planOf([
    milestone('M-1', 30, [], { status: 'cancelled' }),
    milestone('M-2', 5, ['M-1']),
  ]);
  expect(plan.nodes).toHaveLength(1);
  expect(node('M-2')?.es).toBe(0);
});

describe('dependencies', () => {
  const needs = (more: object): Plain => ({
    id: 'D-1',
    status: 'requested',
    consumer: { milestone: 'M-2' },
    ...more,
  });

  test('without a provider milestone stand in the plan at their date', () => {
    const { node } = planOf([milestone('M-2', 1), needs({ forecast_date: '2026-03-13' })]);
    expect(node('D-1')).toMatchObject({ es: 10, ef: 10 });
    expect(node('M-2')?.es).toBe(10);
  });

  test('with a provider milestone are a link with their own type and lag', () => {
    const tied = needs({ provider: { milestone: 'M-1' }, lag_days: 2 });
    const { plan, node } = planOf([milestone('M-1', 4), milestone('M-2', 1), tied]);
    expect(node('M-2')?.es).toBe(6);
    expect(plan.nodes).toHaveLength(2);
  });

  test('listed as predecessor take the type and lag listed there, once', () => {
    const listed = { predecessors: [{ on: 'D-1', lag_days: 1 }] };
    const tied = needs({ provider: { milestone: 'M-1' }, lag_days: 9 });
    const { node } = planOf([milestone('M-1', 4), milestone('M-2', 1, [], listed), tied]);
    expect(node('M-2')?.es).toBe(5);
  });

  test('bind nothing when identified, accepted or void', () => {
    for (const status of ['identified', 'accepted', 'declined', 'cancelled', 'void']) {
      const { plan } = planOf([
        milestone('M-2', 1),
        needs({ status, forecast_date: '2026-03-13' }),
      ]);
      expect(plan.nodes).toHaveLength(1);
    }
  });

  test('without any date bind nothing and are named', () => {
    expect(planOf([milestone('M-2', 1), needs({})]).plan.unknown).toEqual(['D-1']);
  });
});

test('a cycle is named and the rest of the plan stands', () => {
  const { plan, node } = planOf([
    milestone('M-1', 3, ['M-2']),
    milestone('M-2', 3, ['M-1']),
    milestone('M-3', 3),
  ]);
  expect(plan.cycles).toEqual([['M-1', 'M-2']]);
  expect(node('M-3')?.ef).toBe(3);
});

test('a program without milestones has an empty plan that ends at 0', () => {
  expect(planOf([]).plan).toMatchObject({ end: 0, nodes: [], cycles: [] });
});

test('the same records in another order give the same plan', () => {
  const records = [milestone('M-1', 4), milestone('M-2', 1, ['M-1']), milestone('M-3', 2, ['M-2'])];
  expect(planOf(records.toReversed()).plan).toEqual(planOf(records).plan);
});
