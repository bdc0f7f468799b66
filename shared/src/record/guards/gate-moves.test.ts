import { expect, test } from 'vitest';
import { hindered, lacking, move, movesBeyond } from './a-move.ts';

const gate = {
  id: 'G-1',
  owner: 'gus',
  milestone: 'M-1',
  review_date: '2026-04-01',
  criteria_digest: 'sha256:1',
  decider: 'maria',
  decision: {
    outcome: 'go',
    at: '2026-03-10',
    by: 'maria',
    snapshot: {
      ...{ applicable: 1, met: 1, waived: 0, not_met: 0, mandatory_unmet: 0 },
      ...{ signoffs_ok: true, as_of: '2026-03-10' },
    },
  },
};
const gateRest = {
  records: [{ id: 'G-1.1', owner: 'ana', measure: { metric: 'passes', operator: 'exists' } }],
};
const gateInReview = lacking('milestone', 'review_date', 'owner', 'criteria_digest', 'decider');

const gateMoves = [
  move('draft', 'defined', [...lacking('milestone', 'review_date', 'owner'), 'no-criteria']),
  move('defined', 'in_review', [...gateInReview, 'no-criteria']),
  move('defined', 'draft'),
  move('in_review', 'decided', lacking('decision', 'decider')),
  move('decided', 'closed', lacking('decision', 'decider')),
  move('decided', 'in_review', [...gateInReview, 'no-criteria'], {
    decision: { outcome: 'no_go', at: '2026-03-10', by: 'maria' },
  }),
];

test.each(gateMoves)('gate: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...gate, ...needs }, from, to, gateRest)).toEqual([]);
  expect(hindered({ id: gate.id }, from, to)).toEqual(lacks);
});

test('gate: no other move', () => {
  expect(movesBeyond(gate.id, gateMoves)).toEqual([]);
});

const criterion = {
  id: 'G-1.1',
  owner: 'ana',
  evidence: [{ url: 'https://ci.example/1', at: '2026-03-01', by: 'ana' }],
  verified_by: 'eva',
  waiver: { by: 'maria', at: '2026-03-01', reason: 'late', expires: '2026-06-01' },
  na_reason: 'no database',
};

const criterionMoves = [
  move('not_started', 'in_progress'),
  move('not_started', 'met', lacking('evidence', 'verified_by')),
  move('not_started', 'not_met'),
  move('not_started', 'waived', lacking('waiver')),
  move('not_started', 'not_applicable', lacking('na_reason')),
  move('in_progress', 'met', lacking('evidence', 'verified_by')),
  move('in_progress', 'not_met'),
  move('in_progress', 'waived', lacking('waiver')),
  move('in_progress', 'not_applicable', lacking('na_reason')),
  move('met', 'not_met'),
  move('met', 'in_progress'),
  move('not_met', 'in_progress'),
  move('not_met', 'met', lacking('evidence', 'verified_by')),
  move('not_met', 'waived', lacking('waiver')),
  move('not_met', 'not_applicable', lacking('na_reason')),
  move('waived', 'in_progress'),
  move('waived', 'not_met'),
  move('waived', 'met', lacking('evidence', 'verified_by')),
  move('not_applicable', 'not_started'),
  move('not_applicable', 'in_progress'),
];

test.each(criterionMoves)('criterion: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...criterion, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: criterion.id }, from, to)).toEqual(lacks);
});

test('criterion: no other move', () => {
  expect(movesBeyond(criterion.id, criterionMoves)).toEqual([]);
});
