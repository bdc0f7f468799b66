import { expect, test } from 'vitest';
import { heardFrom, someSignals } from './a-signal.ts';

const risk = (more = {}) => ({
  id: 'R-1',
  status: 'open',
  owner: 'ana',
  assessments: [{ at: '2026-03-03', probability: 4, impact: { cost: 4 } }],
  ...more,
});
const rated = (probability: number, at = '2026-03-03') => ({
  assessments: [{ at, probability, impact: { cost: 4 } }],
});

test('S-01: a critical risk is stale after its seven days, not on the seventh', () => {
  expect(heardFrom('S-01', [risk()])).toEqual([]);
  expect(heardFrom('S-01', [risk()], { asOf: '2026-03-11' })).toEqual(['not-reviewed high R-1']);
  expect(someSignals('S-01', [risk()], { asOf: '2026-03-12' })[0]?.since).toBe('2026-03-11');
});

test('S-01: a review in the log counts, a due day that passed speaks, accepted risks are left alone', () => {
  const log = [{ at: '2026-03-09', by: 'ana', event: 'review' }];
  expect(heardFrom('S-01', [risk({ ...rated(4, '2026-01-01'), log })])).toEqual([]);
  expect(heardFrom('S-01', [risk({ ...rated(1), review_due: '2026-03-09' })])).toEqual([
    'not-reviewed warn R-1',
  ]);
  expect(heardFrom('S-01', [risk({ ...rated(1), review_due: '2026-03-10' })])).toEqual([]);
  expect(heardFrom('S-01', [risk({ ...rated(4, '2026-01-01'), status: 'accepted' })])).toEqual([]);
});

test('S-02: open records past intake need an owner who is still here', () => {
  const people = [{ id: 'ana', name: 'Ana', active: false }];
  const bare = (id: string, status: string) => ({ id, status });
  const heard = heardFrom(
    'S-02',
    [
      risk(),
      bare('R-2', 'open'),
      bare('R-3', 'proposed'),
      bare('I-1', 'new'),
      bare('D-1', 'identified'),
      bare('M-1', 'planned'),
      bare('M-2', 'deferred'),
      bare('ACT-1', 'open'),
      bare('G-1.1', 'not_started'),
      bare('G-1.2', 'met'),
    ],
    { people },
  );
  expect(heard).toEqual([
    'no-owner high ACT-1',
    'no-owner high G-1.1',
    'no-owner high R-2',
    'owner-left high R-1',
  ]);
});

test('S-03: a critical risk without plan is unmanaged, with one it is not', () => {
  expect(heardFrom('S-03', [risk()])).toEqual(['unmanaged critical R-1']);
  const planned = risk({ response: { strategy: 'mitigate', due: '2026-03-10' } });
  expect(heardFrom('S-03', [planned])).toEqual([]);
  expect(heardFrom('S-03', [risk(rated(3))])).toEqual([]);
});

test('S-04: a response or an action past its day', () => {
  const due = (day: string) => risk({ response: { strategy: 'mitigate', due: day } });
  expect(heardFrom('S-04', [due('2026-03-09')])).toEqual(['treatment-overdue high R-1']);
  expect(heardFrom('S-04', [due('2026-03-10')])).toEqual([]);
  const action = (more = {}) => ({ id: 'ACT-1', source: 'R-1', due: '2026-03-01', ...more });
  expect(heardFrom('S-04', [risk(), action()])).toEqual(['treatment-overdue high R-1 ACT-1']);
  expect(heardFrom('S-04', [risk(), action({ status: 'done' })])).toEqual([]);
  expect(heardFrom('S-04', [risk({ status: 'closed' }), action()])).toEqual([]);
});

test('S-05: the trigger day speaks also while treating', () => {
  const trigger = (date: string) => risk({ status: 'treating', trigger: { date } });
  expect(heardFrom('S-05', [trigger('2026-03-10')])).toEqual(['trigger-reached high R-1']);
  expect(heardFrom('S-05', [trigger('2026-03-11')])).toEqual([]);
});

test('S-05: a high risk within 14 days and untreated; a window that is over is ignored', () => {
  const near = (from: string, more = {}) =>
    risk({ proximity: { from, to: '2026-04-30' }, ...more });
  expect(heardFrom('S-05', [near('2026-03-24')])).toEqual(['imminent high R-1']);
  expect(heardFrom('S-05', [near('2026-03-25')])).toEqual([]);
  expect(heardFrom('S-05', [near('2026-03-24', { status: 'treating' })])).toEqual([]);
  expect(heardFrom('S-05', [near('2026-03-24', rated(1))])).toEqual([]);
  expect(
    heardFrom('S-05', [
      near('2026-02-01', { proximity: { from: '2026-02-01', to: '2026-03-09' } }),
    ]),
  ).toEqual([]);
});

const accepted = (acceptance = {}, more = {}) =>
  risk({
    status: 'accepted',
    acceptance: {
      by: 'maria',
      at: '2026-03-01',
      authority_role: 'executive_sponsor',
      rationale: 'cheap',
      residual: { probability: 2, impact: 3 },
      expires: '2026-12-31',
      ...acceptance,
    },
    ...more,
  });
const roles = [
  { role: 'executive_sponsor', person: 'maria', from: '2026-01-01', to: '2026-03-05' },
];

test('S-06: expired the day after, warned ten working days before', () => {
  const heard = (expires: string) => heardFrom('S-06', [accepted({ expires })], { roles });
  expect(heard('2026-03-09')).toEqual(['expired critical R-1']);
  expect(heard('2026-03-10')).toEqual(['expiring warn R-1']);
  expect(heard('2026-03-24')).toEqual(['expiring warn R-1']);
  expect(heard('2026-03-25')).toEqual([]);
});

test('S-06: the role must have been held on the day of acceptance', () => {
  expect(heardFrom('S-06', [accepted()], { roles })).toEqual([]);
  expect(heardFrom('S-06', [accepted({ at: '2026-03-06' })], { roles })).toEqual([
    'no-authority critical R-1',
  ]);
});

test('S-06: only a residual assessment after the acceptance can make it worse', () => {
  const residual = (at: string, probability: number) => ({
    assessments: [{ at, state: 'residual', probability, impact: { cost: 3 } }],
  });
  const heard = (more: object) => heardFrom('S-06', [accepted({}, more)], { roles });
  expect(heard(residual('2026-03-02', 3))).toEqual(['residual-worse critical R-1']);
  expect(heard(residual('2026-03-02', 2))).toEqual([]);
  expect(heard(residual('2026-03-01', 5))).toEqual([]);
});

test('S-07: an assumption past its day, or broken without consequence', () => {
  const assumption = (more: object) => [{ id: 'A-1', ...more }];
  expect(heardFrom('S-07', assumption({ validate_by: '2026-03-09' }))).toEqual([
    'unproven warn A-1',
  ]);
  expect(heardFrom('S-07', assumption({ validate_by: '2026-03-10' }))).toEqual([]);
  expect(heardFrom('S-07', assumption({ status: 'retired', validate_by: '2026-01-01' }))).toEqual(
    [],
  );
  expect(heardFrom('S-07', assumption({ status: 'invalid' }))).toEqual(['broken high A-1']);
  const links = [{ rel: 'relates_to', to: 'CR-1' }];
  expect(heardFrom('S-07', assumption({ status: 'invalid', links }))).toEqual([]);
});

test('S-35: what affects nothing, and a milestone tied to nothing', () => {
  const records = [
    risk(),
    risk({ id: 'R-2', affects: ['M-1'] }),
    { id: 'D-1', status: 'requested', consumer: { milestone: 'M-1' }, forecast_date: '2026-04-01' },
    { id: 'M-1' },
    { id: 'M-2' },
  ];
  expect(heardFrom('S-35', records)).toEqual(['affects-nothing info R-1', 'dangling info M-2']);
});
