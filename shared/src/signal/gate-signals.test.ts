import { expect, test } from 'vitest';
import { criteriaDigest } from '../readiness/criteria-digest.ts';
import { aProgram } from '../schedule/a-program.ts';
import { heardFrom } from './a-signal.ts';

const gate = (more = {}) => ({
  id: 'G-1',
  status: 'in_review',
  review_date: '2026-04-07',
  ...more,
});
const criterion = (n: number, more = {}) => ({ id: `G-1.${n}`, ...more });
const met = (n: number, more = {}) => criterion(n, { status: 'met', ...more });

test('S-18: security not begun within 20 working days of the review', () => {
  const security = criterion(1, { category: 'privacy' });
  expect(heardFrom('S-18', [gate(), security])).toEqual(['not-started high G-1']);
  expect(heardFrom('S-18', [gate({ review_date: '2026-04-08' }), security])).toEqual([]);
  expect(heardFrom('S-18', [gate(), { ...security, status: 'in_progress' }])).toEqual([]);
  expect(heardFrom('S-18', [gate(), criterion(1, { category: 'testing' })])).toEqual([]);
});

test('S-18: due less than five working days before the review, or missing on a cutover gate', () => {
  const due = (day: string) =>
    criterion(1, { category: 'security', status: 'in_progress', due: day });
  expect(heardFrom('S-18', [gate(), due('2026-04-01')])).toEqual(['due-too-late high G-1']);
  expect(heardFrom('S-18', [gate(), due('2026-03-31')])).toEqual([]);
  const cutover = { type: 'cutover' };
  expect(heardFrom('S-18', [gate(cutover), criterion(1)])).toEqual(['no-security-check high G-1']);
  const asked = {
    ...cutover,
    required_signoffs: [{ role: 'security_grc' }],
    review_date: '2026-05-29',
  };
  expect(heardFrom('S-18', [gate(asked), criterion(1)])).toEqual([]);
});

test('S-18: a sign-off that was given is a beginning', () => {
  const signOffs = [{ gate: 'G-1', role: 'security_grc', decision: 'approved' }];
  const asked = gate({ required_signoffs: [{ role: 'security_grc' }] });
  expect(heardFrom('S-18', [asked])).toEqual(['not-started high G-1']);
  expect(heardFrom('S-18', [asked], { signOffs })).toEqual([]);
});

test('S-19: too slow when more must close per day than twice what closed lately', () => {
  const closed = (n: number) =>
    met(n, {
      log: [{ at: '2026-03-04', by: 'ana', event: 'status', from: 'in_progress', to: 'met' }],
    });
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => criterion(n, { mandatory: false }));
  expect(heardFrom('S-19', [gate(), ...nine, closed(10)])).toEqual(['too-slow high G-1']);
  expect(heardFrom('S-19', [gate(), ...nine.slice(0, 4), closed(10)])).toEqual([]);
  expect(heardFrom('S-19', [gate({ review_date: '2026-12-01' }), ...nine])).toEqual([]);
});

test('S-19: under 80% five working days before, mandatory open one day before', () => {
  const optional = criterion(1, { mandatory: false });
  const share = (...done: number[]) => [optional, ...done.map((n) => met(n))];
  const at = (review_date: string) => gate({ review_date });
  expect(heardFrom('S-19', [at('2026-03-17'), ...share(2, 3, 4)])).toEqual([
    'below-share high G-1',
  ]);
  expect(heardFrom('S-19', [at('2026-03-17'), ...share(2, 3, 4, 5)])).toEqual([
    'too-slow high G-1',
  ]);
  expect(heardFrom('S-19', [at('2026-03-11'), criterion(1)])).toEqual([
    'mandatory-unmet critical G-1',
  ]);
  expect(heardFrom('S-19', [at('2026-03-11'), met(1)])).toEqual([]);
  expect(heardFrom('S-19', [at('2026-03-11')])).toEqual([]);
});

const evidence = (valid_days?: number) => ({
  verified_by: 'eva',
  evidence: [{ url: 'https://ci.example/1', at: '2026-02-28', by: 'dan', valid_days }],
});

test('S-20: evidence past its life, on the day it still counts', () => {
  expect(heardFrom('S-20', [gate(), met(1, evidence(9))])).toEqual(['evidence-old high G-1.1 G-1']);
  expect(heardFrom('S-20', [gate(), met(1, evidence(10))])).toEqual([]);
  expect(heardFrom('S-20', [gate({ status: 'decided' }), met(1, evidence(1))])).toEqual([]);
});

test('S-20: a merge after the evidence, on paths of the criterion', () => {
  const proven = met(1, { ...evidence(), paths: ['acme/pay:src/**'] });
  const merge = (mergedAt: string, path: string) => ({
    pullRequests: [
      {
        repo: 'acme/pay',
        number: 7,
        url: 'https://x/7',
        title: 't',
        state: 'merged' as const,
        base: 'main',
        mergedAt,
        paths: [path],
        items: [],
      },
    ],
  });
  const heard = (at: string, path: string) =>
    heardFrom('S-20', [gate(), proven], { activity: merge(at, path) });
  expect(heard('2026-03-01', 'src/a.ts')).toEqual(['code-changed high G-1.1 G-1']);
  expect(heard('2026-02-28', 'src/a.ts')).toEqual([]);
  expect(heard('2026-03-01', 'pages/a.md')).toEqual([]);
});

test('S-20: a sign-off of other criteria is stale, one past its last day has run out', () => {
  const asked = gate({ required_signoffs: [{ role: 'qa_lead' }] });
  const program = aProgram([asked, criterion(1)]);
  const [g, c] = [program.byKind.gate[0]?.data, program.byKind.criterion[0]?.data];
  if (g === undefined || c === undefined) throw new Error('not read');
  const roles = [{ role: 'qa_lead', person: 'ida' }];
  const heard = (more: object) =>
    heardFrom('S-20', [asked, criterion(1)], {
      roles,
      signOffs: [
        {
          gate: 'G-1',
          role: 'qa_lead',
          signatory: 'ida',
          decision: 'approved',
          at: '2026-03-01',
          covers: criteriaDigest(g, [c]),
          ...more,
        },
      ],
    });
  expect(heard({})).toEqual([]);
  expect(heard({ covers: 'sha256:00' })).toEqual(['sign-off-stale high G-1 qa_lead']);
  expect(heard({ valid_until: '2026-03-09' })).toEqual(['sign-off-expired high G-1 qa_lead']);
  expect(heard({ valid_until: '2026-03-10' })).toEqual([]);
});

test('S-40: training late and the release within 15 working days', () => {
  const training = (due: string) => criterion(1, { category: 'training', due });
  const release = (forecast_date: string) => [
    gate({ milestone: 'M-1' }),
    { id: 'M-1', forecast_date },
  ];
  const late = ['criterion-late warn G-1.1 G-1'];
  expect(heardFrom('S-40', [...release('2026-03-31'), training('2026-03-09')])).toEqual(late);
  expect(heardFrom('S-40', [...release('2026-04-01'), training('2026-03-09')])).toEqual([]);
  expect(heardFrom('S-40', [...release('2026-03-31'), training('2026-03-10')])).toEqual([]);
});

test('S-40: a message of the plan that should have gone out', () => {
  const release = {
    id: 'REL-1',
    status: 'planned',
    change_window: { start: '2026-03-20T20:00:00Z', end: '2026-03-21T04:00:00Z' },
    steps: [
      { id: 'REL-1.1', type: 'comms', title: 'Tell them', planned_start: '2026-03-09T09:00:00Z' },
    ],
  };
  const runs = [
    { release: 'REL-1', events: [{ step: 'REL-1.1', event: 'done', at: '2026-03-09T09:10:00Z' }] },
  ];
  expect(heardFrom('S-40', [release])).toEqual(['step-late warn REL-1 REL-1.1']);
  expect(heardFrom('S-40', [release], { runs })).toEqual([]);
  expect(heardFrom('S-40', [release], { asOf: '2026-03-09' })).toEqual([]);
});
