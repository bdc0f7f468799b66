import { expect, test } from 'vitest';
import { hindered, lacking, move, movesBeyond } from './a-move.ts';

const report = {
  id: 'RPT-2026-W14',
  artefact: 'weekly_status',
  period: '2026-W14',
  published_at: '2026-03-10',
  by: 'sam',
  overall: { rag: 'green' },
};

const reportMoves = [
  move('draft', 'published', lacking('artefact', 'period', 'published_at', 'by', 'overall')),
];

test.each(reportMoves)('report: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...report, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: report.id }, from, to)).toEqual(lacks);
});

test('report: no other move', () => {
  expect(movesBeyond(report.id, reportMoves)).toEqual([]);
});

const meeting = { id: 'MTG-2026-04-02', forum: 'steering', at: '2026-04-02' };

const meetingMoves = [
  move('planned', 'held', lacking('forum', 'at')),
  move('planned', 'cancelled'),
];

test.each(meetingMoves)('meeting: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...meeting, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: meeting.id }, from, to)).toEqual(lacks);
});

test('meeting: no other move', () => {
  expect(movesBeyond(meeting.id, meetingMoves)).toEqual([]);
});

const survey = { id: 'SUR-2026-03', kind: 'team_friction', period: '2026-03' };

const surveyMoves = [move('open', 'closed', lacking('kind', 'period')), move('closed', 'open')];

test.each(surveyMoves)('survey: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...survey, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: survey.id }, from, to)).toEqual(lacks);
});

test('survey: no other move', () => {
  expect(movesBeyond(survey.id, surveyMoves)).toEqual([]);
});

const cost = { id: 'COST-2026-03', as_of: '2026-03-31', lines: [{ actual: 5 }] };

const costMoves = [move('draft', 'final', lacking('as_of', 'lines'))];

test.each(costMoves)('cost: $from → $to', ({ from, to, lacks, needs }) => {
  expect(hindered({ ...cost, ...needs }, from, to)).toEqual([]);
  expect(hindered({ id: cost.id }, from, to)).toEqual(lacks);
});

test('cost: no other move', () => {
  expect(movesBeyond(cost.id, costMoves)).toEqual([]);
});
