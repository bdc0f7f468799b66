import { expect, test } from 'vitest';
import { heardFrom } from './a-signal.ts';
import type { PullRequest } from './activity.ts';

const pull = (more: Partial<PullRequest> = {}) => ({
  pullRequests: [
    {
      repo: 'acme/pay',
      number: 7,
      url: 'https://x/7',
      title: 'Change',
      state: 'open' as const,
      base: 'main',
      paths: ['src/gateway/a.ts'],
      items: [],
      ...more,
    },
  ],
});
const risk = (probability: number, more = {}) => ({
  id: 'R-1',
  status: 'open',
  paths: ['acme/pay:src/gateway/**'],
  assessments: [{ at: '2026-03-01', probability, impact: { cost: 4 } }],
  ...more,
});

test('S-25: a pull request on paths of a high risk or issue', () => {
  expect(heardFrom('S-25', [risk(4)], { activity: pull() })).toEqual([
    'touches warn R-1 acme/pay#7',
  ]);
  expect(heardFrom('S-25', [risk(3)], { activity: pull() })).toEqual([
    'touches info R-1 acme/pay#7',
  ]);
  expect(heardFrom('S-25', [risk(2)], { activity: pull() })).toEqual([]);
  expect(heardFrom('S-25', [risk(4)], { activity: pull({ repo: 'acme/other' }) })).toEqual([]);
  expect(heardFrom('S-25', [risk(4)], { activity: pull({ state: 'merged' }) })).toEqual([]);
  const issue = { id: 'I-1', status: 'triaged', severity: 'high', paths: ['acme/pay:**'] };
  expect(heardFrom('S-25', [issue], { activity: pull() })).toEqual(['touches info I-1 acme/pay#7']);
});

test('S-26: into a release branch without milestone, or for one already achieved', () => {
  const milestone = (status: string) => ({ id: 'M-1', status });
  const heard = (more: Partial<PullRequest>, status = 'committed') =>
    heardFrom('S-26', [milestone(status), { id: 'G-1.1', status: 'not_met' }], {
      activity: pull(more),
    });
  expect(heard({ base: 'release/2.0' })).toEqual(['no-milestone info acme/pay#7']);
  expect(heard({ base: 'release/2.0', items: ['M-1'] })).toEqual([]);
  expect(heard({ base: 'main' })).toEqual([]);
  expect(heard({ protectedBase: true })).toEqual(['no-milestone info acme/pay#7']);
  expect(heard({ items: ['M-1'] }, 'achieved')).toEqual(['milestone-achieved warn M-1 acme/pay#7']);
  expect(heard({ items: ['G-1.1'] })).toEqual(['criterion-unmet warn G-1.1 acme/pay#7']);
});

const freeze = {
  id: 'year-end',
  start: '2026-03-01T00:00:00Z',
  end: '2026-03-05T00:00:00Z',
  environments: ['production'],
  paths: ['acme/pay:src/**'],
};
const charter = { freeze_windows: [freeze] };
const deployed = (at: string, more = {}) => [{ id: 'd1', env: 'production', at, ...more }];

test('S-27: a deployment or merge inside a freeze, unless excepted', () => {
  const heard = (at: string, more = {}) =>
    heardFrom('S-27', [], { charter, deployments: deployed(at, more) });
  expect(heard('2026-03-05T00:00:00Z')).toEqual(['in-freeze critical program year-end d1']);
  expect(heard('2026-03-05T00:01:00Z')).toEqual([]);
  expect(heard('2026-03-05T00:30:00+01:00', { env: 'staging' })).toEqual([]);
  const merged = pull({ state: 'merged', mergedAt: '2026-03-02T10:00:00Z' });
  expect(heardFrom('S-27', [], { charter, activity: merged })).toHaveLength(1);
  const approval = {
    action: 'DR-19',
    role: 'cab',
    by: 'kim',
    at: '2026-02-28',
    decision: 'approved',
    ref: 'd1',
  };
  const excepted = [{ id: 'CR-1', approvals: [approval] }];
  expect(
    heardFrom('S-27', excepted, { charter, deployments: deployed('2026-03-02T10:00:00Z') }),
  ).toEqual([]);
});

const window = { start: '2026-03-20T20:00:00Z', end: '2026-03-21T02:00:00Z' };
const release = (more = {}) => ({
  id: 'REL-1',
  status: 'planned',
  change_window: window,
  rollback: { point_of_no_return: 'REL-1.2', max_minutes: 60, rehearsed_on: '2026-03-01' },
  ...more,
});

test('S-27: a deployment of a release outside its change window', () => {
  const heard = (at: string) =>
    heardFrom('S-27', [release()], {
      deployments: deployed(at, { release: 'REL-1' }),
      asOf: '2026-03-25',
    });
  expect(heard('2026-03-21T02:01:00Z')).toEqual(['outside-window critical REL-1 d1']);
  expect(heard('2026-03-21T02:00:00Z')).toEqual([]);
});

test('S-28: blocked for more than three working days, or slower than before', () => {
  const item = { id: 'I-1', external: [{ system: 'jira', key: 'PAY-1' }] };
  const blocked = (blockedSince: string) => ({ trackerItems: [{ key: 'PAY-1', blockedSince }] });
  expect(heardFrom('S-28', [item], { activity: blocked('2026-03-04') })).toEqual([
    'blocked warn I-1 PAY-1',
  ]);
  expect(heardFrom('S-28', [item], { activity: blocked('2026-03-05') })).toEqual([]);
  const done = (count: number, startedAt: string, doneAt: string) =>
    Array.from({ length: count }, (_, n) => ({ key: `${doneAt}-${n}`, startedAt, doneAt }));
  const flow = (count: number, started: string) => ({
    trackerItems: [...done(8, '2026-02-01', '2026-02-05'), ...done(count, started, '2026-03-10')],
  });
  expect(heardFrom('S-28', [], { activity: flow(8, '2026-03-03') })).toEqual([
    'slower warn program',
  ]);
  expect(heardFrom('S-28', [], { activity: flow(8, '2026-03-04') })).toEqual([]);
  expect(heardFrom('S-28', [], { activity: flow(7, '2026-03-03') })).toEqual([]);
});

test('S-29: five in a quiet time are a spike, four are not; three on one component are a cluster', () => {
  const incidents = (count: number, component?: string) =>
    Array.from({ length: count }, (_, id) => ({
      id,
      started_at: '2026-03-09T10:00:00Z',
      component,
    }));
  const heard = (count: number, component?: string) =>
    heardFrom('S-29', [], { incidents: incidents(count, component) });
  expect(heard(5)).toEqual(['spike high program']);
  expect(heard(4)).toEqual([]);
  expect(heard(3, 'ledger')).toEqual(['cluster high program ledger']);
  expect(heard(2, 'ledger')).toEqual([]);
});

test('S-32: more than all of a team, a vacant role near its need, one person at two steps', () => {
  const team = (pct: number) => ({
    id: 'TM-1',
    allocations: [
      { workstream: 'WS-1', pct: 60, from: '2026-01-01', to: '2026-04-30' },
      { workstream: 'WS-2', pct, from: '2026-04-01', to: '2026-06-30' },
    ],
  });
  expect(heardFrom('S-32', [team(41)])).toEqual(['over-allocated high TM-1']);
  expect(heardFrom('S-32', [team(40)])).toEqual([]);
  const vacant = (needed_from: string) => [
    { id: 'TM-1', critical_roles: [{ role: 'dba', person: 'vacant', needed_from }] },
  ];
  expect(heardFrom('S-32', vacant('2026-04-07'))).toEqual(['vacant-role high TM-1 dba']);
  expect(heardFrom('S-32', vacant('2026-04-08'))).toEqual([]);
  const step = (n: number, offset_min: number) => ({
    id: `REL-1.${n}`,
    title: 's',
    owner: 'dan',
    critical: true,
    offset_min,
    duration_min: 30,
  });
  expect(heardFrom('S-32', [release({ steps: [step(1, 0), step(2, 29)] })])).toEqual([
    'two-at-once high REL-1 REL-1.1 REL-1.2',
  ]);
  expect(heardFrom('S-32', [release({ steps: [step(1, 0), step(2, 30)] })])).toEqual([]);
});

test('S-33: what a cutover plan needs to work', () => {
  const step = (n: number, more = {}) => ({
    id: `REL-1.${n}`,
    title: 's',
    duration_min: 100,
    ...more,
  });
  const chain = (minutes: number) => [
    step(1, { duration_min: 200 }),
    step(2, { duration_min: minutes, after: ['REL-1.1'] }),
  ];
  expect(heardFrom('S-33', [release({ steps: chain(100) })])).toEqual([]);
  expect(heardFrom('S-33', [release({ steps: chain(101) })])).toEqual([
    'window-too-short critical REL-1',
  ]);
  const outside = release({ steps: [step(1, { offset_min: 270 })] });
  expect(heardFrom('S-33', [outside])).toEqual(['step-outside critical REL-1 REL-1.1']);
  const bare = release({ rollback: {}, steps: [step(1, { critical: true, owner: 'dan' })] });
  expect(heardFrom('S-33', [bare])).toEqual([
    'no-backup critical REL-1 REL-1.1',
    'no-point-of-no-return critical REL-1',
    'not-rehearsed critical REL-1',
  ]);
  expect(heardFrom('S-33', [release({ status: 'completed', rollback: {} })])).toEqual([]);
});
