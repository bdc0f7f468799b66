import { expect, test } from 'vitest';
import { hindered, lacking, move, movesBeyond } from './a-move.ts';
import { IMPACT_DIMENSIONS } from './change-guards.ts';

const decision = {
  id: 'DEC-1',
  question: 'Which vendor?',
  options: [
    { id: 'A', title: 'Acme' },
    { id: 'do_nothing', title: 'Do nothing' },
  ],
  recommendation: { option: 'A' },
  approver: 'maria',
  requested_on: '2026-03-01',
  needed_by: '2026-03-31',
  decided_on: '2026-03-10',
  outcome: { option: 'A', rationale: 'cheaper' },
  superseded_by: 'DEC-2',
};
const decisionRequested = lacking(
  'question',
  'options',
  'recommendation',
  'approver',
  'requested_on',
  'needed_by',
);

const decisionMoves = [
  move('draft', 'requested', decisionRequested),
  move('draft', 'withdrawn'),
  move(
    'requested',
    'decided',
    lacking(
      'question',
      'approver',
      'requested_on',
      'decided_on',
      'outcome.option',
      'outcome.rationale',
    ),
  ),
  move('requested', 'deferred', decisionRequested),
  move('requested', 'withdrawn'),
  move('deferred', 'requested', decisionRequested),
  move('decided', 'superseded', lacking('superseded_by')),
];

test.each(decisionMoves)('decision: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...decision, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: decision.id }, from, to)).toEqual(lacks);
});

test('decision: no other move', () => {
  expect(movesBeyond(decision.id, decisionMoves)).toEqual([]);
});

const change = {
  id: 'CR-1',
  justification: 'a law',
  requested_by: 'ana',
  submitted_on: '2026-03-01',
  impact: Object.fromEntries(IMPACT_DIMENSIONS.map((name) => [name, 'none'])),
  decided_on: '2026-03-10',
  outcome: 'approved',
  implemented_on: '2026-03-10',
  review_note: 'as planned',
};
const changeSubmitted = lacking('justification', 'requested_by', 'submitted_on');
const changeImplemented = lacking(
  'justification',
  'requested_by',
  'submitted_on',
  'implemented_on',
);
const changeApproved = lacking(
  'justification',
  'requested_by',
  'submitted_on',
  'outcome',
  'decided_on',
);

const changeMoves = [
  move('draft', 'submitted', changeSubmitted),
  move('submitted', 'assessing', changeSubmitted),
  move('submitted', 'withdrawn'),
  move('submitted', 'implemented', [...changeImplemented, 'only-emergency urgency'], {
    urgency: 'emergency',
  }),
  move(
    'assessing',
    'pending_approval',
    lacking('justification', 'requested_by', 'submitted_on', 'impact'),
  ),
  move('assessing', 'withdrawn'),
  move('pending_approval', 'approved', changeApproved),
  move('pending_approval', 'rejected', changeApproved, { outcome: 'rejected' }),
  move('pending_approval', 'deferred', changeApproved, { outcome: 'deferred' }),
  move('pending_approval', 'withdrawn'),
  move('approved', 'implemented', changeImplemented),
  move('deferred', 'assessing', changeSubmitted),
  move(
    'implemented',
    'closed',
    lacking('justification', 'requested_by', 'submitted_on', 'implemented_on', 'review_note'),
  ),
];

test.each(changeMoves)('change: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...change, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: change.id }, from, to)).toEqual(lacks);
});

test('change: no other move', () => {
  expect(movesBeyond(change.id, changeMoves)).toEqual([]);
});

const action = {
  id: 'ACT-1',
  owner: 'ana',
  due: '2026-04-01',
  done_on: '2026-03-10',
  cancel_reason: 'not needed',
};

const actionMoves = [
  move('open', 'in_progress', lacking('owner', 'due')),
  move('open', 'blocked', lacking('owner', 'due')),
  move('open', 'done', lacking('owner', 'done_on')),
  move('open', 'cancelled', lacking('cancel_reason')),
  move('in_progress', 'done', lacking('owner', 'done_on')),
  move('in_progress', 'blocked', lacking('owner', 'due')),
  move('in_progress', 'cancelled', lacking('cancel_reason')),
  move('blocked', 'in_progress', lacking('owner', 'due')),
  move('blocked', 'cancelled', lacking('cancel_reason')),
  move('done', 'in_progress', lacking('owner', 'due')),
];

test.each(actionMoves)('action: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...action, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: action.id }, from, to)).toEqual(lacks);
});

test('action: no other move', () => {
  expect(movesBeyond(action.id, actionMoves)).toEqual([]);
});

const escalation = {
  id: 'ESC-1',
  subject: ['M-1'],
  level: 'L2',
  raised_on: '2026-03-01',
  to: 'maria',
  ask: 'decide',
  acknowledged_on: '2026-03-02',
  resolved_on: '2026-03-03',
  resolved_level: 'L2',
  resolution: 'decided',
};
const escalationAcknowledged = lacking(
  'subject',
  'level',
  'raised_on',
  'to',
  'ask',
  'acknowledged_on',
);

const escalationMoves = [
  move('open', 'acknowledged', escalationAcknowledged),
  move('open', 'withdrawn'),
  move(
    'acknowledged',
    'resolved',
    lacking(
      'subject',
      'level',
      'raised_on',
      'to',
      'ask',
      'resolved_on',
      'resolved_level',
      'resolution',
    ),
  ),
  move('acknowledged', 'withdrawn'),
  move('resolved', 're_escalated', lacking('subject', 'level', 'raised_on', 'to', 'ask')),
  move('re_escalated', 'acknowledged', escalationAcknowledged),
  move('re_escalated', 'withdrawn'),
];

test.each(escalationMoves)('escalation: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...escalation, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: escalation.id }, from, to)).toEqual(lacks);
});

test('escalation: no other move', () => {
  expect(movesBeyond(escalation.id, escalationMoves)).toEqual([]);
});
