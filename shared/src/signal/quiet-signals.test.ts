import { expect, test } from 'vitest';
import { heardFrom } from './a-signal.ts';
import type { PullRequest } from './activity.ts';

test('S-02: a known owner is silence, and so are intake and the end', () => {
  const people = [{ id: 'ana', name: 'Ana' }];
  expect(heardFrom('S-02', [{ id: 'R-1', status: 'open', owner: 'ana' }], { people })).toEqual([]);
  expect(heardFrom('S-02', [{ id: 'R-1', status: 'proposed' }], { people })).toEqual([]);
  expect(heardFrom('S-02', [{ id: 'R-1', status: 'closed' }], { people })).toEqual([]);
});

test('S-35: what affects something, and milestones that are tied, are no orphans', () => {
  const tied = [{ id: 'M-1' }, { id: 'M-2', predecessors: [{ on: 'M-1' }] }];
  expect(heardFrom('S-35', tied)).toEqual([]);
  expect(heardFrom('S-35', [...tied, { id: 'R-1', status: 'open', affects: ['M-1'] }])).toEqual([]);
  expect(heardFrom('S-35', [...tied, { id: 'R-1', status: 'closed' }])).toEqual([]);
});

test('S-25: paths of a high risk count while it is open or treated, not once it is accepted or closed', () => {
  const pull: PullRequest = {
    ...{ repo: 'acme/pay', number: 7, url: 'https://x.example/7', title: 'Change' },
    ...{ state: 'open', base: 'main', paths: ['src/ledger/a.ts'], items: [] },
  };
  const activity = { pullRequests: [pull] };
  const risk = (status: string) => ({
    id: 'R-1',
    status,
    paths: ['acme/pay:src/ledger/**'],
    assessments: [{ at: '2026-03-01', probability: 2, impact: { cost: 5 } }],
  });
  const heard = (status: string) => heardFrom('S-25', [risk(status)], { activity }).length;
  expect(['open', 'treating', 'accepted', 'closed'].map(heard)).toEqual([1, 1, 0, 0]);
});

test('S-36: an environment is bought too; what is needed, unordered and settled decides', () => {
  const need = (more = {}) => [
    {
      ...{ id: 'D-1', type: 'environment', status: 'requested', lead_time_days: 25 },
      need_by: '2026-04-13',
      ...more,
    },
  ];
  expect(heardFrom('S-36', need())).toEqual(['not-ordered high D-1']);
  expect(heardFrom('S-36', need({ delivered_on: '2026-03-10' }))).toEqual([]);
  expect(heardFrom('S-36', need({ ordered_on: '2026-03-11' }))).toHaveLength(1);
  expect(heardFrom('S-36', need({ status: 'cancelled' }))).toEqual([]);
  expect(heardFrom('S-36', need({ lead_time_days: undefined }))).toEqual([]);
});
