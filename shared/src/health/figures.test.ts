import { expect, test } from 'vitest';
import { aProgram } from '../context/a-program.ts';
import { Dependency } from '../record/dependency.ts';
import { Milestone } from '../record/milestone.ts';
import { Risk } from '../record/risk.ts';
import {
  dependencyAge,
  dependencyForecast,
  dependencyGap,
  isUncommittedInsideLeadTime,
} from './dependency-figures.ts';
import {
  forecastAccuracy,
  forecastMoves,
  scheduleVariancePct,
  slip,
  slipCount,
  slipVsCommitted,
  volatility,
} from './milestone-figures.ts';
import {
  expectedValue,
  levelOf,
  proximityBand,
  reviewInterval,
  riskScore,
  unmanagedBecause,
} from './risk-figures.ts';

const asOf = '2026-03-10';
const holidays = ['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25'].map(
  (date) => ({ date }),
);
const program = aProgram(
  [
    { id: 'ACT-9', status: 'open', owner: 'tom', due: '2026-03-20', original_due: '2026-03-20' },
    { id: 'M-7', forecast_date: '2026-04-20' },
  ],
  {
    charter: { calendar: { workdays: [1, 2, 3, 4, 5], holidays } },
    people: [{ id: 'vera.novak', name: 'Vera', team: 'TM-9' }],
  },
);
const { charter } = program;
const risk = (fields: object = {}) =>
  Risk.parse({
    id: 'R-12',
    title: 'Sandbox late',
    status: 'treating',
    owner: 'ana.silva',
    proximity: { from: '2026-03-30', to: '2026-05-15' },
    assessments: [
      { at: '2026-02-16', state: 'inherent', probability: 5, impact: { schedule: 5 } },
      { at: '2026-03-02', probability: 4, impact: { schedule: 4, cost: 2 }, probability_pct: 60 },
      { at: '2026-03-11', probability: 1, impact: { schedule: 1 } },
    ],
    quantitative: { probability_pct: 60, cost: { min: 20000, likely: 45000, max: 90000 } },
    response: { strategy: 'mitigate', actions: ['ACT-9'], due: '2026-03-20' },
    ...fields,
  });
const dependency = (fields: object = {}) =>
  Dependency.parse({
    id: 'D-21',
    title: 'Vendor sandbox',
    status: 'negotiating',
    raised: '2026-02-10',
    provider: { team: 'TM-9', owner: 'somebody' },
    need_by: '2026-04-13',
    proposals: [
      { at: '2026-03-05', by: 'vera.novak', date: '2026-04-27' },
      { at: '2026-03-06', by: 'tom.berg', date: '2026-04-10' },
    ],
    lead_time_days: 25,
    ...fields,
  });
const milestone = (fields: object = {}) =>
  Milestone.parse({
    id: 'M-4',
    title: 'Payments live',
    status: 'committed',
    start_date: '2026-03-16',
    baseline_date: '2026-05-29',
    committed_date: '2026-06-12',
    forecast_date: '2026-06-19',
    forecast_history: [
      { as_of: '2026-02-27', date: '2026-06-12' },
      { as_of: '2026-03-06', date: '2026-06-19' },
    ],
    ...fields,
  });

test('R-12 scores 16, critical, EMV 29,000 (domain appendix A)', () => {
  expect(riskScore(charter, risk(), asOf)).toEqual({
    probability: 4,
    impact: 4,
    score: 16,
    level: 'critical',
  });
  expect(expectedValue(charter, risk(), asOf)).toBe(29_000);
  expect(expectedValue(charter, risk({ kind: 'opportunity' }), asOf)).toBe(-29_000);
  expect(expectedValue(charter, risk({ quantitative: undefined }), asOf)).toBeNull();
});

test('a later assessment counts from its day on, and no impact is unrated', () => {
  expect(riskScore(charter, risk(), '2026-03-11')?.level).toBe('low');
  expect(riskScore(charter, risk({ assessments: [{ at: asOf, probability: 5 }] }), asOf)).toBe(
    undefined,
  );
});

test('levels come from the matrix where there is one', () => {
  const row = ['low', 'low', 'low', 'low', 'high'];
  const lifted = aProgram([], {
    charter: { risk_appetite: { matrix: [row, row, row, row, row], review_days: { high: 10 } } },
  }).charter;
  expect(levelOf(lifted, 1, 5)).toBe('high');
  expect([levelOf(charter, 3, 5), levelOf(charter, 2, 5), levelOf(charter, 1, 5)]).toEqual([
    'critical',
    'high',
    'medium',
  ]);
  expect([reviewInterval(lifted, 'high'), reviewInterval(charter, 'critical')]).toEqual([10, 7]);
});

test.each([
  ['2026-03-10', '2026-03-20', 'now'],
  ['2026-03-24', '2026-04-20', 'imminent'],
  ['2026-04-21', '2026-04-30', 'near'],
  ['2026-04-22', '2026-04-30', 'far'],
  ['2026-03-01', '2026-03-09', 'passed'],
])('a window from %s to %s is %s', (from, to, band) => {
  expect(proximityBand(risk({ proximity: { from, to } }), asOf)).toBe(band);
});

test('R-12 is managed; without owner, strategy, action or review it is not', () => {
  expect(unmanagedBecause(program, risk(), asOf)).toEqual([]);
  expect(unmanagedBecause(program, risk({ owner: undefined, response: undefined }), asOf)).toEqual([
    'no-owner',
    'no-strategy',
    'no-action',
  ]);
  const old = [{ at: '2026-02-23', probability: 4, impact: { cost: 4 } }];
  expect(unmanagedBecause(program, risk({ assessments: old }), asOf)).toEqual(['not-reviewed']);
  expect(unmanagedBecause(program, risk({ status: 'accepted', owner: undefined }), asOf)).toEqual(
    [],
  );
});

test('D-21 has a gap of 10 working days by the proposal of the provider side', () => {
  expect(dependencyForecast(program, dependency(), asOf)).toEqual({
    date: '2026-04-27',
    source: 'proposal',
  });
  expect(dependencyGap(program, dependency(), asOf)).toBe(10);
  expect(dependencyGap(program, dependency({ committed_date: '2026-04-13' }), asOf)).toBe(0);
  expect(dependencyGap(program, dependency({ proposals: [] }), asOf)).toBeUndefined();
  const linked = dependency({ proposals: [], provider: { milestone: 'M-7' } });
  expect(dependencyForecast(program, linked, asOf)?.source).toBe('milestone');
});

test('D-21 is not committed with 22 working days left and a lead time of 25', () => {
  expect(isUncommittedInsideLeadTime(program, dependency(), asOf)).toBe(true);
  expect(isUncommittedInsideLeadTime(program, dependency({ lead_time_days: 21 }), asOf)).toBe(
    false,
  );
  expect(dependencyAge(program, dependency(), asOf)).toBe(28);
  const accepted = dependency({ status: 'accepted', accepted_on: '2026-02-20' });
  expect(dependencyAge(program, accepted, asOf)).toBe(10);
});

test('M-4 slips 5 working days against the commitment, 15 against the baseline, SV 8.5 percent', () => {
  expect(slipVsCommitted(charter, milestone())).toBe(5);
  expect(slip(charter, milestone())).toBe(15);
  expect(scheduleVariancePct(charter, milestone())).toBeCloseTo(8.5, 1);
  expect(slip(charter, milestone({ baseline_date: undefined }))).toBeUndefined();
});

test('a confirmation is no move; one later move of five days in sixty', () => {
  const history = [
    { as_of: '2026-01-09', date: '2026-06-05' },
    { as_of: '2026-02-27', date: '2026-06-12' },
    { as_of: '2026-03-01', date: '2026-06-12' },
    { as_of: '2026-03-06', date: '2026-06-19' },
  ];
  const moved = milestone({ forecast_history: history });
  expect(forecastMoves(charter, moved, asOf).map(({ on, days }) => [on, days])).toEqual([
    ['2026-02-27', 5],
    ['2026-03-06', 5],
  ]);
  expect(slipCount(charter, milestone(), asOf)).toBe(1);
  expect(volatility(charter, milestone(), asOf)).toBeCloseTo(5 / 60);
});

test('forecast accuracy compares with what was forecast 30 days before the end', () => {
  const done = milestone({ actual_date: '2026-06-19' });
  expect(forecastAccuracy(charter, done)).toBe(0);
  const history = [{ as_of: '2026-02-27', date: '2026-06-12' }];
  expect(
    forecastAccuracy(charter, milestone({ actual_date: '2026-06-19', forecast_history: history })),
  ).toBe(5);
  expect(forecastAccuracy(charter, milestone())).toBeUndefined();
});
