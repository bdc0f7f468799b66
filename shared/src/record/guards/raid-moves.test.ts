import { expect, test } from 'vitest';
import { hindered, lacking, move, movesBeyond } from './a-move.ts';

const assumption = {
  id: 'A-1',
  owner: 'ana',
  statement: 'the vendor delivers',
  impact_if_false: 'delay',
  validate_by: '2026-04-01',
  validated_on: '2026-03-01',
  evidence: ['the contract'],
  links: [{ rel: 'relates_to', to: 'R-1' }],
  log: [{ at: '2026-03-09', by: 'ana', event: 'status', to: 'retired', note: 'no vendor now' }],
};

const assumptionMoves = [
  move('open', 'validating', lacking('statement', 'impact_if_false', 'validate_by', 'owner')),
  move('open', 'valid', lacking('validated_on', 'evidence')),
  move('open', 'invalid', ['no-consequence links']),
  move('open', 'retired', ['no-reason log']),
  move('validating', 'valid', lacking('validated_on', 'evidence')),
  move('validating', 'invalid', ['no-consequence links']),
  move('valid', 'invalid', ['no-consequence links']),
];

test.each(assumptionMoves)('assumption: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...assumption, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: assumption.id }, from, to)).toEqual(lacks);
});

test('assumption: no other move', () => {
  expect(movesBeyond(assumption.id, assumptionMoves)).toEqual([]);
});

const issue = {
  id: 'I-1',
  owner: 'ana',
  severity: 'critical',
  affects: ['M-1'],
  target_resolution_date: '2026-04-01',
  resolution: 'fixed',
  resolved_on: '2026-03-01',
  root_cause: 'a typo',
  verified_by: 'eva',
  closed_on: '2026-03-10',
  reopenings: [{ on: '2026-03-09' }],
};
const issueTriaged = lacking('owner', 'severity', 'affects');
const issueInProgress = lacking(
  'owner',
  'severity',
  'affects',
  'target_resolution_date',
  'reopenings',
);

const issueMoves = [
  move('new', 'triaged', issueTriaged),
  move('new', 'rejected'),
  move('new', 'duplicate'),
  move('triaged', 'in_progress', lacking('owner', 'severity', 'affects', 'target_resolution_date')),
  move('triaged', 'deferred', issueTriaged),
  move('triaged', 'rejected'),
  move('triaged', 'duplicate'),
  move(
    'in_progress',
    'resolved',
    lacking('owner', 'severity', 'affects', 'resolution', 'resolved_on'),
  ),
  move('in_progress', 'deferred', issueTriaged),
  move('deferred', 'triaged', issueTriaged),
  move(
    'resolved',
    'closed',
    lacking('owner', 'severity', 'resolution', 'resolved_on', 'closed_on'),
  ),
  move('resolved', 'in_progress', issueInProgress),
  move('closed', 'in_progress', issueInProgress),
];

test.each(issueMoves)('issue: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...issue, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: issue.id }, from, to)).toEqual(lacks);
});

test('issue: no other move', () => {
  expect(movesBeyond(issue.id, issueMoves)).toEqual([]);
});

const dependency = {
  id: 'D-1',
  consumer: { team: 'TM-1', owner: 'carl' },
  provider: { team: 'TM-2', owner: 'vera' },
  deliverable: 'an endpoint',
  acceptance: 'it answers',
  need_by: '2026-04-13',
  committed_date: '2026-04-13',
  forecast_date: '2026-04-13',
  agreement: { provider_owner: 'vera', consumer_owner: 'carl', at: '2026-03-01' },
  delivered_on: '2026-03-09',
  accepted_on: '2026-03-10',
  accepted_by: 'carl',
  log: [
    { at: '2026-03-09', by: 'vera', event: 'status', to: 'declined', note: 'no', ref: 'DEC-1' },
    { at: '2026-03-09', by: 'carl', event: 'status', to: 'cancelled', note: 'not needed' },
  ],
};
const dependencyRequested = lacking(
  'consumer.team',
  'provider.team',
  'deliverable',
  'acceptance',
  'need_by',
);
const dependencyCommitted = lacking(
  'consumer.team',
  'provider.team',
  'deliverable',
  'acceptance',
  'need_by',
  'committed_date',
  'agreement',
  'consumer.owner',
  'provider.owner',
);
const dependencyInProgress = lacking(
  'consumer.team',
  'provider.team',
  'deliverable',
  'acceptance',
  'need_by',
  'committed_date',
  'agreement',
  'consumer.owner',
  'provider.owner',
  'forecast_date',
);

const dependencyMoves = [
  move('identified', 'requested', dependencyRequested),
  move('identified', 'declined', ['no-reason log', 'no-decision links']),
  move('identified', 'cancelled', ['no-reason log']),
  move('requested', 'negotiating', dependencyRequested),
  move('requested', 'committed', dependencyCommitted),
  move('requested', 'declined', ['no-reason log', 'no-decision links']),
  move('requested', 'cancelled', ['no-reason log']),
  move('negotiating', 'requested', dependencyRequested),
  move('negotiating', 'committed', dependencyCommitted),
  move('negotiating', 'declined', ['no-reason log', 'no-decision links']),
  move('negotiating', 'cancelled', ['no-reason log']),
  move('committed', 'in_progress', dependencyInProgress),
  move('committed', 'declined', ['no-reason log', 'no-decision links']),
  move('committed', 'cancelled', ['no-reason log']),
  move(
    'in_progress',
    'delivered',
    lacking(
      'consumer.team',
      'provider.team',
      'deliverable',
      'acceptance',
      'need_by',
      'committed_date',
      'agreement',
      'consumer.owner',
      'provider.owner',
      'delivered_on',
    ),
  ),
  move('in_progress', 'declined', ['no-reason log', 'no-decision links']),
  move('in_progress', 'cancelled', ['no-reason log']),
  move(
    'delivered',
    'accepted',
    lacking(
      'consumer.team',
      'provider.team',
      'deliverable',
      'acceptance',
      'need_by',
      'committed_date',
      'agreement',
      'consumer.owner',
      'provider.owner',
      'delivered_on',
      'accepted_on',
      'accepted_by',
    ),
  ),
  move('delivered', 'in_progress', dependencyInProgress),
  move('delivered', 'declined', ['no-reason log', 'no-decision links']),
  move('delivered', 'cancelled', ['no-reason log']),
];

test.each(dependencyMoves)('dependency: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...dependency, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: dependency.id }, from, to)).toEqual(lacks);
});

test('dependency: no other move', () => {
  expect(movesBeyond(dependency.id, dependencyMoves)).toEqual([]);
});
