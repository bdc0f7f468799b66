import { expect, test } from 'vitest';
import { hindered, lacking, move, movesBeyond } from './a-move.ts';

const release = {
  id: 'REL-1',
  owner: 'ron',
  milestone: 'M-1',
  gate: 'G-1',
  change_window: { start: '2026-04-04T08:00:00Z', end: '2026-04-04T12:00:00Z' },
  rollback: {
    triggers: [{ signal: 'errors' }],
    authority: 'ron',
    max_minutes: 30,
    rehearsed_on: '2026-03-01',
  },
  steps: [{ id: 'REL-1.1', title: 'Switch', critical: true, owner: 'ron', backup: 'bea' }],
  outcome: { result: 'success' },
};
const releaseRest = {
  records: [{ id: 'G-1', decision: { outcome: 'go', at: '2026-03-10', by: 'maria' } }],
};
const releasePlanned = lacking('owner', 'milestone', 'change_window', 'steps');

const releaseMoves = [
  move('draft', 'planned', releasePlanned),
  move(
    'planned',
    'approved',
    lacking('owner', 'milestone', 'gate', 'change_window', 'rollback', 'steps'),
  ),
  move('planned', 'draft'),
  move('approved', 'executing', lacking('owner', 'change_window', 'rollback', 'steps')),
  move('approved', 'planned', releasePlanned),
  move('executing', 'completed', lacking('outcome')),
  move('executing', 'rolled_back', lacking('outcome')),
  move('executing', 'aborted'),
  move('completed', 'closed', lacking('outcome')),
  move('rolled_back', 'closed', lacking('outcome')),
  move('aborted', 'closed', lacking('outcome')),
];

test.each(releaseMoves)('release: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...release, ...needs }, from, to, releaseRest)).toEqual([]);
  expect(hindered({ id: release.id }, from, to)).toEqual(lacks);
});

test('release: no other move', () => {
  expect(movesBeyond(release.id, releaseMoves)).toEqual([]);
});

const benefit = {
  id: 'B-1',
  owner: 'ben',
  hypothesis: 'fewer calls',
  measure: { metric: 'calls' },
  baseline: { value: 0, date: '2026-01-01' },
  target: { value: 100, date: '2026-12-31' },
  enablers: ['M-1'],
  profile: [{ period_end: '2026-03-01', planned: 100, actual: 100 }],
};
const benefitApproved = lacking('owner', 'hypothesis', 'measure', 'target');
const benefitRealized = lacking('owner', 'hypothesis', 'measure', 'target', 'baseline', 'profile');

const benefitMoves = [
  move('proposed', 'approved', [...benefitApproved, 'no-attribution attribution_pct']),
  move('proposed', 'abandoned'),
  move('approved', 'in_delivery', [...benefitApproved, 'no-attribution attribution_pct']),
  move('approved', 'abandoned'),
  move('in_delivery', 'tracking', [
    ...lacking('owner', 'hypothesis', 'measure', 'target', 'baseline'),
    'no-attribution attribution_pct',
  ]),
  move('in_delivery', 'abandoned'),
  move('tracking', 'realized', [...benefitRealized, 'no-attribution attribution_pct']),
  move('tracking', 'partially_realized', benefitRealized),
  move('tracking', 'not_realized', benefitRealized),
  move('tracking', 'abandoned'),
];

test.each(benefitMoves)('benefit: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...benefit, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: benefit.id }, from, to)).toEqual(lacks);
});

test('benefit: no other move', () => {
  expect(movesBeyond(benefit.id, benefitMoves)).toEqual([]);
});
