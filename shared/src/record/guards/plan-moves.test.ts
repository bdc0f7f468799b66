import { expect, test } from 'vitest';
import { hindered, lacking, move, movesBeyond } from './a-move.ts';

const workstream = { id: 'WS-1', lead: 'lea' };

const workstreamMoves = [
  move('active', 'on_hold'),
  move('active', 'done'),
  move('on_hold', 'active', lacking('lead')),
  move('on_hold', 'done'),
  move('done', 'active', lacking('lead')),
];

test.each(workstreamMoves)('workstream: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...workstream, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: workstream.id }, from, to)).toEqual(lacks);
});

test('workstream: no other move', () => {
  expect(movesBeyond(workstream.id, workstreamMoves)).toEqual([]);
});

const team = { id: 'TM-1' };

const teamMoves = [move('active', 'inactive'), move('inactive', 'active')];

test.each(teamMoves)('team: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...team, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: team.id }, from, to)).toEqual(lacks);
});

test('team: no other move', () => {
  expect(movesBeyond(team.id, teamMoves)).toEqual([]);
});

const milestone = {
  id: 'M-1',
  owner: 'tom',
  committed_date: '2026-06-12',
  baseline_date: '2026-06-12',
  forecast_date: '2026-06-12',
  acceptance_criteria: ['runs'],
  actual_date: '2026-03-10',
  external: [{ system: 'url', key: 'https://ci.example/1', role: 'evidence' }],
  links: [{ rel: 'decided_by', to: 'DEC-1' }],
  log: [{ at: '2026-03-09', by: 'tom', event: 'reopen', note: 'it was not done' }],
};
const milestoneCommitted = lacking(
  'owner',
  'committed_date',
  'baseline_date',
  'forecast_date',
  'acceptance_criteria',
);

const milestoneMoves = [
  move('planned', 'committed', milestoneCommitted),
  move('planned', 'cancelled', ['no-decision links']),
  move('planned', 'deferred', ['no-decision links']),
  move('committed', 'in_progress', milestoneCommitted),
  move('committed', 'cancelled', ['no-decision links']),
  move('committed', 'deferred', ['no-decision links']),
  move('in_progress', 'achieved', [
    ...lacking('owner', 'committed_date', 'actual_date'),
    'no-evidence external',
  ]),
  move('in_progress', 'cancelled', ['no-decision links']),
  move('in_progress', 'deferred', ['no-decision links']),
  move('deferred', 'committed', milestoneCommitted),
  move('achieved', 'in_progress', [...milestoneCommitted, 'no-reason log']),
];

test.each(milestoneMoves)('milestone: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...milestone, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: milestone.id }, from, to)).toEqual(lacks);
});

test('milestone: no other move', () => {
  expect(movesBeyond(milestone.id, milestoneMoves)).toEqual([]);
});
