import { expect, test } from 'vitest';
import { hindered, lacking, move, movesBeyond } from './a-move.ts';

const risk = {
  id: 'R-1',
  owner: 'ana',
  cause: 'one vendor',
  effect: 'delay',
  category: 'vendor',
  affects: ['M-1'],
  review_due: '2026-04-01',
  proximity: { from: '2026-02-01', to: '2026-03-01' },
  assessments: [
    { at: '2026-01-01', probability: 4, impact: { cost: 4 } },
    { at: '2026-03-01', state: 'residual', probability: 1, impact: { cost: 2 } },
  ],
  occurred_on: '2026-03-01',
  issue: 'I-1',
  closed_on: '2026-03-10',
  log: [{ at: '2026-03-09', by: 'ana', event: 'reopen', note: 'it is back' }],
};
const acceptance = {
  ...{ by: 'maria', at: '2026-03-10', authority_role: 'executive_sponsor', rationale: 'cheap' },
  residual: { probability: 1, impact: 2 },
  expires: '2026-12-31',
};
const riskRest = { records: [{ id: 'I-1', status: 'resolved' }] };
const riskOpen = lacking('owner', 'effect', 'assessments', 'review_due');
const riskAccepted = lacking(
  'owner',
  'effect',
  'assessments',
  'review_due',
  'affects',
  'cause',
  'category',
  'proximity',
  'acceptance',
);
const riskOccurred = lacking('owner', 'occurred_on', 'issue');

const riskMoves = [
  move('proposed', 'open', [...riskOpen, 'no-current-assessment assessments']),
  move(
    'proposed',
    'closed',
    [...lacking('closed_on', 'outcome'), 'outcome-not-for-state outcome', 'missing closure_note'],
    { outcome: 'rejected', closure_note: 'no risk' },
  ),
  move(
    'open',
    'treating',
    [
      ...lacking(
        'owner',
        'effect',
        'assessments',
        'review_due',
        'affects',
        'cause',
        'category',
        'proximity',
        'response.strategy',
        'response.plan',
      ),
      'no-current-assessment assessments',
    ],
    {
      response: {
        ...{ strategy: 'mitigate', plan: 'a second vendor', due: '2026-04-01' },
        target: { probability: 2, impact: 2 },
      },
    },
  ),
  move('open', 'accepted', riskAccepted, { acceptance }),
  move('open', 'occurred', riskOccurred),
  move(
    'open',
    'closed',
    [
      ...lacking('closed_on', 'outcome'),
      'outcome-not-for-state outcome',
      'no-residual-assessment assessments',
    ],
    { outcome: 'mitigated' },
  ),
  move('treating', 'accepted', riskAccepted, { acceptance }),
  move('treating', 'occurred', riskOccurred),
  move(
    'treating',
    'closed',
    [
      ...lacking('closed_on', 'outcome'),
      'outcome-not-for-state outcome',
      'no-residual-assessment assessments',
    ],
    { outcome: 'mitigated' },
  ),
  move('accepted', 'open', [...riskOpen, 'no-current-assessment assessments']),
  move('accepted', 'occurred', riskOccurred),
  move(
    'accepted',
    'closed',
    [
      ...lacking('closed_on', 'outcome'),
      'outcome-not-for-state outcome',
      'no-residual-assessment assessments',
    ],
    { outcome: 'mitigated' },
  ),
  move(
    'occurred',
    'closed',
    [...lacking('closed_on', 'outcome'), 'outcome-not-for-state outcome'],
    { outcome: 'occurred' },
  ),
  move('closed', 'open', [...riskOpen, 'no-current-assessment assessments', 'no-reason log']),
];

test.each(riskMoves)('risk: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...risk, ...needs }, from, to, riskRest)).toEqual([]);
  expect(hindered({ id: risk.id }, from, to)).toEqual(lacks);
});

test('risk: no other move', () => {
  expect(movesBeyond(risk.id, riskMoves)).toEqual([]);
});
