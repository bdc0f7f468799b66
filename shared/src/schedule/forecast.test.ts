import { expect, test } from 'vitest';
import { aProgram } from './a-program.ts';
import { forecast } from './forecast.ts';
import { type PlainLink, packNetwork } from './network.ts';
import { orderNetwork } from './order-network.ts';
import { seededRandom } from './random.ts';
import { quantile, type RiskDriver, simulate } from './simulate.ts';
import { inverse } from './three-point.ts';

const points = { min: 5, likely: 8, max: 14 };

function play(
  ids: string[],
  links: PlainLink[],
  target: string,
  risks: RiskDriver[] = [],
  n = 1e5,
) {
  const network = orderNetwork(
    packNetwork(
      [...ids, 'end'].map((id) => ({ id, duration: 0 })),
      links,
    ),
  );
  const nodes = ids.map((id, node) => ({
    id,
    node,
    inverse: inverse('triangular', points),
    elapsed: undefined,
  }));
  const at = network.ids.indexOf(target);
  const random = seededRandom(n === 1000 ? 42 : 7);
  const found = simulate(network, { nodes, risks }, [at], { iterations: n, random });
  const finishes = found.finishes[0] as Float64Array;
  const mean = finishes.reduce((sum, x) => sum + x, 0) / n;
  return { p50: quantile(finishes, 0.5), p80: quantile(finishes, 0.8), mean, found };
}

test('one task of T(5, 8, 14) keeps its quantiles', () => {
  const { p50, p80, mean } = play(['x'], [], 'x');
  expect([p50, p80, mean].map((value) => value.toFixed(1))).toEqual(['8.8', '10.7', '9.0']);
});

test('two parallel tasks show the merge bias: P50 10.02, P80 11.61', () => {
  const links = [
    { from: 'x', to: 'end' },
    { from: 'y', to: 'end' },
  ];
  const { p50, p80, found } = play(['x', 'y'], links, 'end');
  expect(Math.abs(p50 - 10.023)).toBeLessThan(0.03);
  expect(Math.abs(p80 - 11.6123)).toBeLessThan(0.03);
  expect((found.criticality[0] as number) + (found.criticality[1] as number)).toBeCloseTo(1, 9);
});

test('three in series have mean 27 and a simulated P80 of 29.76', () => {
  const { p80, mean } = play(
    ['a', 'b', 'c'],
    [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ],
    'c',
  );
  expect(Math.abs(mean - 27)).toBeLessThan(0.05);
  expect(Math.abs(p80 - 29.76)).toBeLessThan(0.06);
});

const slip = { probability: 0.3, inverse: inverse('triangular', { min: 5, likely: 10, max: 20 }) };
const risk: RiskDriver = { id: 'R-1', ...slip, nodes: [0], links: [] };

test('a risk of 30% with T(5, 10, 20) moves the mean to 12.5', () => {
  const { mean, found } = play(['x'], [], 'x', [risk]);
  expect(Math.abs(mean - 12.5)).toBeLessThan(0.05);
  expect(found.correlations[0]?.correlation).toBeGreaterThan(0.8);
});

test('a thousand runs from seed 42 repeat to the last digit', () => {
  const { p50, p80 } = play(['x'], [], 'x', [risk], 1000);
  expect([p50.toFixed(6), p80.toFixed(6)]).toEqual(['10.313291', '19.805767']);
});

const program = aProgram(
  [
    {
      id: 'M-1',
      status: 'committed',
      committed_date: '2026-03-13',
      estimate: { optimistic: 5, likely: 8, pessimistic: 14 },
    },
    { id: 'M-2', estimate: { duration_days: 2 }, predecessors: [{ on: 'M-1' }] },
    { id: 'M-3', status: 'achieved', actual_date: '2026-03-02' },
    {
      id: 'R-1',
      status: 'open',
      assessments: [
        { at: '2026-03-01', probability: 5, impact: { schedule: 4 } },
        { at: '2026-03-01', state: 'residual', probability: 1, impact: { schedule: 2 } },
      ],
      quantitative: { schedule_days: { min: 5, likely: 10, max: 20 }, applies_to: ['M-1'] },
    },
  ],
  { charter: { start: '2026-03-02' } },
);

test('a forecast names dates, odds and what moves the end', () => {
  const { milestones, tornado, seed } = forecast(program, '2026-03-01', { risks: 'none' });
  expect(milestones[0]).toMatchObject({ id: 'M-1', p50: '2026-03-12', p80: '2026-03-16' });
  expect(milestones[0]?.probability).toBeGreaterThan(65);
  expect(milestones[0]?.probability).toBeLessThan(75);
  expect(milestones[1]).toMatchObject({ probability: null, criticality: 1 });
  expect(milestones[2]).toMatchObject({ p50: '2026-03-02', p80: '2026-03-02' });
  expect(tornado).toMatchObject([{ id: 'M-1' }]);
  expect(seed).toBe(forecast(program, '2026-03-01', { iterations: 1 }).seed);
});

test('a likely risk makes it late, and its response makes it less late', () => {
  const odds = (risks: 'none' | 'current' | 'residual') =>
    forecast(program, '2026-03-01', { risks }).milestones[0]?.probability as number;
  expect(odds('current')).toBeLessThan(odds('residual'));
  expect(odds('residual')).toBeLessThan(odds('none'));
});

test('the same commit and day give the same forecast, another day another seed', () => {
  const run = (asOf: string) => forecast(program, asOf, { iterations: 500 });
  expect(run('2026-03-01')).toEqual(run('2026-03-01'));
  expect(run('2026-03-02').seed).not.toBe(run('2026-03-01').seed);
});

test('a risk on a dependency delays the milestone that needs it', () => {
  const needs = (provider: object) =>
    aProgram([
      { id: 'M-1', estimate: { duration_days: 2 } },
      { id: 'M-2', estimate: { duration_days: 2 }, committed_date: '2026-03-06' },
      { id: 'D-1', status: 'requested', consumer: { milestone: 'M-2' }, ...provider },
      {
        id: 'R-1',
        status: 'open',
        quantitative: {
          probability_pct: 99,
          schedule_days: { min: 9, likely: 9, max: 9 },
          applies_to: ['D-1'],
        },
      },
    ]);
  const odds = (provider: object) =>
    forecast(needs(provider), '2026-03-01', { iterations: 400 }).milestones[1]?.probability;
  expect(odds({ provider: { milestone: 'M-1' } })).toBeLessThan(5);
  expect(odds({ forecast_date: '2026-03-03' })).toBeLessThan(5);
});
