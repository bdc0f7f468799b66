import { expect, test } from 'vitest';
import { foundBy, someFindings } from './a-check.ts';

test('DQ-08: a record has what its state asks for; in its first state that is a wish', () => {
  expect(foundBy('DQ-08', [{ id: 'ACT-1', status: 'done', owner: 'ana' }])).toEqual([
    'missing error ACT-1 done_on',
  ]);
  expect(foundBy('DQ-08', [{ id: 'ACT-1', owner: 'ana' }])).toEqual(['missing warn ACT-1 due']);
  expect(foundBy('DQ-08', [{ id: 'ACT-1', owner: 'ana', due: '2026-04-01' }])).toEqual([]);
  expect(foundBy('DQ-08', [{ id: 'WS-1' }])).toEqual(['missing error WS-1 lead']);
  expect(someFindings('DQ-08', [{ id: 'ACT-1', status: 'cancelled' }])[0]?.facts).toEqual({
    state: 'cancelled',
    field: 'cancel_reason',
  });
});

test('DQ-08: it speaks for the guards of a type as well', () => {
  const evidence = [{ at: '2026-03-01', by: 'ana' }];
  const met = { id: 'G-1.1', status: 'met', owner: 'ana', severity: 'high', evidence };
  expect(foundBy('DQ-08', [{ ...met, verified_by: 'ana' }])).toEqual([
    'same-person error G-1.1 verified_by',
  ]);
  expect(foundBy('DQ-08', [{ ...met, verified_by: 'eva' }])).toEqual([]);
});

test('DQ-09: dates stand in their order; the same day is in order', () => {
  const action = (done_on: string) => [{ id: 'ACT-1', raised: '2026-03-05', done_on }];
  expect(someFindings('DQ-09', action('2026-03-04'))).toMatchObject([
    {
      ...{ code: 'not-ordered', severity: 'error', id: 'ACT-1', field: 'done_on' },
      facts: { earlier: 'raised', later: 'done_on', a: '2026-03-05', b: '2026-03-04' },
    },
  ]);
  expect(foundBy('DQ-09', action('2026-03-05'))).toEqual([]);
  const window = (to: string) => [{ id: 'R-1', proximity: { from: '2026-03-05', to } }];
  expect(foundBy('DQ-09', window('2026-03-04'))).toEqual(['not-ordered error R-1 proximity.to']);
  expect(foundBy('DQ-09', window('2026-03-05'))).toEqual([]);
});

test('DQ-09: three points rise', () => {
  const estimate = (optimistic: number, likely: number, pessimistic?: number) => [
    { id: 'M-1', estimate: { optimistic, likely, pessimistic } },
  ];
  expect(foundBy('DQ-09', estimate(5, 4, 9))).toEqual(['not-ordered error M-1 estimate.likely']);
  expect(foundBy('DQ-09', estimate(5, 6, 5))).toEqual([
    'not-ordered error M-1 estimate.pessimistic',
  ]);
  expect(foundBy('DQ-09', estimate(5, 5, 5))).toEqual([]);
  expect(foundBy('DQ-09', estimate(5, 6))).toEqual([]);
});

test('DQ-09: windows have a length, and the program ends after it starts', () => {
  const release = (end: string) => [
    { id: 'REL-1', change_window: { start: '2026-03-05T10:00:00Z', end } },
  ];
  expect(foundBy('DQ-09', release('2026-03-05T10:00:00Z'))).toHaveLength(1);
  expect(foundBy('DQ-09', release('2026-03-05T10:01:00Z'))).toEqual([]);
  const freeze = (end: string) => ({
    charter: { freeze_windows: [{ id: 'F', start: '2026-03-05T10:00:00Z', end }] },
  });
  expect(foundBy('DQ-09', [], freeze('2026-03-05T09:00:00Z'))).toEqual([
    'not-ordered error program.yaml freeze_windows.0.end',
  ]);
  expect(foundBy('DQ-09', [], freeze('2026-03-05T11:00:00Z'))).toEqual([]);
  const dates = (end: string) => ({ charter: { start: '2026-03-05', end } });
  expect(foundBy('DQ-09', [], dates('2026-03-04'))).toEqual(['not-ordered error program.yaml end']);
  expect(foundBy('DQ-09', [], dates('2026-03-05'))).toEqual([]);
});

test('DQ-10: nothing has happened tomorrow', () => {
  const done = (done_on: string) => [{ id: 'ACT-1', done_on }];
  expect(someFindings('DQ-10', done('2026-03-11'))).toMatchObject([
    {
      ...{ code: 'in-future', severity: 'warn', id: 'ACT-1', field: 'done_on' },
      facts: { field: 'done_on', day: '2026-03-11', asOf: '2026-03-10' },
    },
  ]);
  expect(foundBy('DQ-10', done('2026-03-10'))).toEqual([]);
  expect(foundBy('DQ-10', [{ id: 'ACT-1', due: '2026-04-01' }])).toEqual([]);
});

test('DQ-11: an open record has an owner who is known and still here', () => {
  const people = [
    { id: 'ana', name: 'Ana' },
    { id: 'old', name: 'Old', active: false },
  ];
  const owned = (owner: string | undefined, more = {}) =>
    foundBy('DQ-11', [{ id: 'I-1', status: 'triaged', owner, ...more }], { people });
  expect(owned('zoe')).toEqual(['unknown-owner warn I-1 owner']);
  expect(owned('old')).toEqual(['inactive-owner warn I-1 owner']);
  expect(owned('ana')).toEqual([]);
  expect(owned(undefined)).toEqual([]);
  expect(owned('zoe', { status: 'closed' })).toEqual([]);
  const bare = [{ id: 'DEC-1', status: 'requested' }];
  expect(foundBy('DQ-11', bare)).toEqual(['no-owner warn DEC-1 owner']);
});

test('DQ-12: each row of the charter has one accountable person', () => {
  const row = (A: unknown) => ({ charter: { raci: [{ deliverable: 'plan', A }] } });
  expect(foundBy('DQ-12', [], row(undefined))).toEqual([
    'nobody-accountable error program.yaml raci.0.A',
  ]);
  expect(foundBy('DQ-12', [], row(['ana', 'bob']))).toEqual([
    'several-accountable error program.yaml raci.0.A',
  ]);
  expect(foundBy('DQ-12', [], row('ana'))).toEqual([]);
  expect(foundBy('DQ-12', [], row(['ana']))).toEqual([]);
});

test('DQ-14: the forecast is the last entry of its history', () => {
  const history = [
    { as_of: '2026-03-05', date: '2026-05-01' },
    { as_of: '2026-03-01', date: '2026-04-01' },
  ];
  const milestone = (forecast_date: string | undefined, forecast_history = history, more = {}) =>
    someFindings('DQ-14', [{ id: 'M-1', forecast_date, forecast_history, ...more }]);
  expect(milestone('2026-04-01')).toMatchObject([
    {
      ...{
        code: 'differs',
        severity: 'error',
        facts: { forecast: '2026-04-01', last: '2026-05-01' },
      },
      fix: { code: 'set-field', path: ['forecast_date'], value: '2026-05-01' },
    },
  ]);
  expect(milestone('2026-05-01')).toEqual([]);
  expect(milestone('2026-05-01', [])).toMatchObject([
    {
      ...{ code: 'no-history', severity: 'warn' },
      fix: { path: ['forecast_history', 0], value: { as_of: '2026-03-10', date: '2026-05-01' } },
    },
  ]);
  expect(milestone(undefined, [])).toEqual([]);
  expect(milestone('2026-04-01', history, { status: 'void' })).toEqual([]);
});

const snapshot = { applicable: 3, met: 1, waived: 1, not_met: 1, mandatory_unmet: 2 };
const gate = (more = {}) => ({
  id: 'G-1',
  decision: {
    outcome: 'no_go',
    at: '2026-03-05',
    by: 'maria',
    snapshot: { ...snapshot, signoffs_ok: true, as_of: '2026-03-05', ...more },
  },
});
const criteria = [
  { id: 'G-1.1', status: 'met' },
  { id: 'G-1.2', status: 'waived' },
  { id: 'G-1.3', status: 'not_met' },
  { id: 'G-1.4', status: 'not_applicable' },
  { id: 'G-1.5', status: 'void' },
  { id: 'G-2.1', status: 'met' },
];

test('DQ-15: the counts of a decision are those of its criteria', () => {
  expect(foundBy('DQ-15', [gate(), ...criteria])).toEqual([]);
  expect(someFindings('DQ-15', [gate({ met: 2 }), ...criteria])).toMatchObject([
    {
      ...{ code: 'snapshot-differs', severity: 'warn', field: 'decision.snapshot.met' },
      facts: { name: 'met', stored: 2, counted: 1 },
    },
  ]);
});

test('DQ-15: they are counted as of the day of the decision', () => {
  const log = [{ at: '2026-03-06', by: 'ana', event: 'status', from: 'in_progress', to: 'met' }];
  const later = [{ id: 'G-1.6', status: 'met', log }];
  const fits = { applicable: 4, not_met: 2, mandatory_unmet: 3 };
  expect(foundBy('DQ-15', [gate(fits), ...criteria, ...later])).toEqual([]);
  const raised = [{ id: 'G-1.6', status: 'met', raised: '2026-03-06' }];
  expect(foundBy('DQ-15', [gate(), ...criteria, ...raised])).toEqual([]);
});

test('DQ-17: a mandatory criterion of a live gate has an owner and a day', () => {
  const found = (status: string, more = {}) =>
    foundBy('DQ-17', [
      { id: 'G-1', status },
      { id: 'G-1.1', ...more },
    ]);
  const both = ['no-owner warn G-1.1 owner', 'no-due warn G-1.1 due'];
  expect(found('defined').toSorted()).toEqual(both.toSorted());
  expect(found('in_review')).toHaveLength(2);
  expect(found('draft')).toEqual([]);
  expect(found('defined', { mandatory: false })).toEqual([]);
  expect(found('defined', { owner: 'ana', due: '2026-04-01' })).toEqual([]);
  for (const status of ['met', 'waived', 'not_applicable', 'void']) {
    expect(found('defined', { status })).toEqual([]);
  }
});

test('single answers of a survey are warned about', () => {
  const responses = [{ role_group: 'dev', scores: { q1: 3 } }];
  expect(foundBy('SURVEY-NAMES', [{ id: 'SUR-2026-03', responses }])).toHaveLength(1);
  expect(foundBy('SURVEY-NAMES', [{ id: 'SUR-2026-03' }])).toEqual([]);
});
