import { expect, test } from 'vitest';
import { heardFrom } from './a-signal.ts';

const milestone = (more = {}) => ({
  id: 'M-1',
  status: 'committed',
  start_date: '2026-01-05',
  committed_date: '2026-06-12',
  ...more,
});
const forecasts = (...rows: [string, string][]) => ({
  forecast_history: rows.map(([as_of, date]) => ({ as_of, date })),
  forecast_date: rows.at(-1)?.[1],
});

test('S-12: one small move is no pattern, two are', () => {
  const once = forecasts(['2026-02-02', '2026-06-12'], ['2026-02-09', '2026-06-15']);
  const twice = forecasts(
    ['2026-02-02', '2026-06-12'],
    ['2026-02-09', '2026-06-15'],
    ['2026-03-02', '2026-06-16'],
  );
  expect(heardFrom('S-12', [milestone(once)])).toEqual([]);
  expect(heardFrom('S-12', [milestone(twice)])).toEqual(['slips-again high M-1']);
  expect(heardFrom('S-12', [milestone({ ...twice, status: 'achieved' })])).toEqual([]);
});

test('S-12: ten working days in 60 days are far, nine are not, and the 60th day still counts', () => {
  const moved = (on: string, to: string) =>
    milestone(forecasts(['2025-12-01', '2026-06-12'], [on, to]));
  expect(heardFrom('S-12', [moved('2026-02-09', '2026-06-26')])).toEqual(['slips-far high M-1']);
  expect(heardFrom('S-12', [moved('2026-02-09', '2026-06-25')])).toEqual([]);
  expect(heardFrom('S-12', [moved('2026-01-09', '2026-06-26')])).toEqual(['slips-far high M-1']);
  expect(heardFrom('S-12', [moved('2026-01-08', '2026-06-26')])).toEqual([]);
});

test('S-12: a fifth of the planned length is far too', () => {
  const short = milestone({
    start_date: '2026-03-02',
    committed_date: '2026-03-16',
    ...forecasts(['2026-03-02', '2026-03-16'], ['2026-03-09', '2026-03-18']),
  });
  expect(heardFrom('S-12', [short])).toEqual(['slips-far high M-1']);
});

test('S-13: five days told ten working days before the promise', () => {
  const told = (on: string, to: string) =>
    milestone({
      committed_date: '2026-03-20',
      ...forecasts(['2026-01-05', '2026-03-20'], [on, to]),
    });
  expect(heardFrom('S-13', [told('2026-03-06', '2026-03-27')])).toEqual(['late-news high M-1']);
  expect(heardFrom('S-13', [told('2026-03-05', '2026-03-27')])).toEqual([]);
  expect(heardFrom('S-13', [told('2026-03-06', '2026-03-26')])).toEqual([]);
});

test('S-13: a move on the promised day itself counts, after it does not', () => {
  const told = (on: string) =>
    milestone({
      committed_date: '2026-03-06',
      ...forecasts(['2026-01-05', '2026-03-06'], [on, '2026-03-20']),
    });
  expect(heardFrom('S-13', [told('2026-03-06')])).toEqual(['late-news high M-1']);
  expect(heardFrom('S-13', [told('2026-03-07')])).toEqual([]);
});

test('S-14: a forecast before what precedes it allows', () => {
  const before = { id: 'M-2', forecast_date: '2026-04-10' };
  const after = (forecast: string) =>
    milestone({
      predecessors: [{ on: 'M-2', lag_days: 2 }],
      estimate: { optimistic: 3, likely: 4, pessimistic: 5 },
      forecast_date: forecast,
    });
  expect(heardFrom('S-14', [before, after('2026-04-16')])).toEqual(['impossible warn M-1 M-2']);
  expect(heardFrom('S-14', [before, after('2026-04-17')])).toEqual([]);
});

test('S-14: a forecast nobody confirmed for more than 14 days', () => {
  const confirmed = (day: string) => [milestone(forecasts([day, '2026-06-12']))];
  expect(heardFrom('S-14', confirmed('2026-02-23'))).toEqual(['fossil warn M-1']);
  expect(heardFrom('S-14', confirmed('2026-02-24'))).toEqual([]);
});

const reports = (...rows: [string, string | undefined][]) =>
  rows.map(([rag, computed], n) => ({
    id: `RPT-2026-W${String(n + 1).padStart(2, '0')}`,
    status: 'published',
    published_at: `2026-01-${String(n + 10)}`,
    items: [{ ref: 'M-1', rag }],
    computed: computed === undefined ? [] : [{ ref: 'M-1', rag: computed }],
  }));

test('S-15: green over red, green over amber twice, green to red at once', () => {
  expect(heardFrom('S-15', reports(['green', 'red']))).toEqual([
    'green-but-red high M-1 RPT-2026-W01',
  ]);
  expect(heardFrom('S-15', reports(['green', 'amber']))).toEqual([]);
  expect(heardFrom('S-15', reports(['green', 'amber'], ['green', 'amber']))).toEqual([
    'green-but-amber high M-1 RPT-2026-W02',
  ]);
  expect(heardFrom('S-15', reports(['green', 'green'], ['red', 'red']))).toEqual([
    'green-to-red high M-1 RPT-2026-W02',
  ]);
  expect(
    heardFrom('S-15', reports(['green', 'green'], ['amber', 'amber'], ['red', 'red'])),
  ).toEqual([]);
});

test('S-15: eight greens in a row with two doubts, not seven', () => {
  const run = (length: number) =>
    Array.from({ length }, (_, n): [string, string] => [
      'green',
      n === 0 || n === 3 ? 'amber' : 'green',
    ]);
  expect(heardFrom('S-15', reports(...run(8)))).toEqual(['always-green high M-1 RPT-2026-W08']);
  expect(heardFrom('S-15', reports(...run(7)))).toEqual([]);
});

test('S-15: without a snapshot the health of today is compared', () => {
  const overdue = milestone({ committed_date: '2026-03-02' });
  const heard = heardFrom('S-15', [overdue, ...reports(['green', undefined])]);
  expect(heard).toEqual(['green-but-red high M-1 RPT-2026-W01']);
});

test('S-16: overdue the day after, planned ones never', () => {
  expect(heardFrom('S-16', [milestone({ committed_date: '2026-03-09' })])).toEqual([
    'overdue high M-1',
  ]);
  expect(heardFrom('S-16', [milestone({ committed_date: '2026-03-10' })])).toEqual([]);
  expect(
    heardFrom('S-16', [milestone({ committed_date: '2026-03-09', status: 'planned' })]),
  ).toEqual([]);
});

test('S-16: achieved needs evidence: external, linked from either side, or a gate that said go', () => {
  const done = (more = {}) => milestone({ status: 'achieved', actual_date: '2026-03-02', ...more });
  expect(heardFrom('S-16', [done()])).toEqual(['unevidenced warn M-1']);
  const external = [{ system: 'url', key: 'report', role: 'evidence' }];
  expect(heardFrom('S-16', [done({ external })])).toEqual([]);
  const linked = { id: 'ACT-1', links: [{ rel: 'evidence_for', to: 'M-1' }] };
  expect(heardFrom('S-16', [done(), linked])).toEqual([]);
  const gate = {
    id: 'G-1',
    milestone: 'M-1',
    decision: { outcome: 'go', at: '2026-03-01', by: 'm' },
  };
  expect(heardFrom('S-16', [done(), gate])).toEqual([]);
});

test('S-17: a release within 30 days needs a gate past draft', () => {
  const release = (committed: string, more = {}) =>
    milestone({ type: 'release', committed_date: committed, ...more });
  expect(heardFrom('S-17', [release('2026-04-09')])).toEqual(['no-gate high M-1']);
  expect(heardFrom('S-17', [release('2026-04-10')])).toEqual([]);
  expect(heardFrom('S-17', [release('2026-01-01')])).toEqual(['no-gate high M-1']);
  expect(heardFrom('S-17', [release('2026-04-09', { type: 'internal' })])).toEqual([]);
  const gate = (status: string) => ({ id: 'G-1', status, milestone: 'M-1' });
  expect(heardFrom('S-17', [release('2026-04-09'), gate('draft')])).toEqual([
    'gate-draft high M-1 G-1',
  ]);
  expect(heardFrom('S-17', [release('2026-04-09'), gate('defined')])).toEqual([]);
});

test('S-37: an external date rarely met, 80% is enough and 50% is not critical', () => {
  const odds = (probability: number) => ({
    forecast: {
      asOf: '2026-03-10',
      seed: 1,
      iterations: 1,
      tornado: [],
      milestones: [
        {
          id: 'M-1',
          p50: '2026-06-01',
          p80: '2026-06-20',
          committed: '2026-06-12',
          probability,
          criticality: 1,
        },
      ],
    },
  });
  const external = [milestone({ external_commitment: true })];
  const heard = (probability: number) =>
    heardFrom('S-37', external, { activity: odds(probability) });
  expect([heard(80), heard(79.9), heard(50), heard(49.9)]).toEqual([
    [],
    ['unlikely warn M-1'],
    ['unlikely warn M-1'],
    ['unlikely critical M-1'],
  ]);
  expect(heardFrom('S-37', [milestone()], { activity: odds(1) })).toEqual([]);
});
