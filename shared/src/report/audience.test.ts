import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { sightOf } from './audience.ts';
import { buildDecisionBrief } from './decision-brief.ts';
import { buildEscalationBrief } from './escalation-brief.ts';
import { buildGoNoGo } from './go-no-go.ts';
import { statusPage } from './status-page.ts';
import { buildStatusReport } from './status-report.ts';
import { writeMarkdown } from './write-markdown.ts';

const asOf = '2026-03-10';

/** A record of every kind that a report names, each fit for its section; ids end in 77, texts say so. */
const bodies: readonly ({ id: string } & Readonly<Record<string, unknown>>)[] = [
  { id: 'M-77', status: 'committed', committed_date: '2026-03-12', forecast_date: '2026-03-20' },
  { id: 'M-177', status: 'achieved', actual_date: '2026-03-09' },
  {
    id: 'G-77',
    status: 'in_review',
    milestone: 'M-1',
    release: 'REL-77',
    review_date: '2026-03-12',
  },
  { id: 'G-1.77', status: 'not_met', owner: 'x' },
  {
    id: 'R-77',
    status: 'open',
    affects: ['M-1'],
    assessments: [{ at: '2026-03-01', probability: 5, impact: { cost: 5 } }],
  },
  { id: 'I-77', status: 'triaged', severity: 'critical', affects: ['M-1'] },
  { id: 'D-77', status: 'requested', consumer: { milestone: 'M-1' }, need_by: '2026-03-12' },
  {
    id: 'DEC-77',
    status: 'requested',
    question: 'HIDDEN?',
    affects: ['M-1'],
    needed_by: '2026-03-11',
  },
  { id: 'CR-77', status: 'pending_approval' },
  { id: 'ACT-77', status: 'open', source: 'M-1', due: '2026-03-12' },
  { id: 'A-77', status: 'open', affects: ['M-1'] },
  { id: 'B-77', enablers: ['M-1'] },
  { id: 'REL-77', gate: 'G-1', rollback: { max_minutes: 5 } },
  { id: 'ESC-77', status: 'open', raised_on: '2026-03-01', subject: ['M-1'] },
  {
    ...{ id: 'RPT-2026-W77', status: 'published', published_at: '2026-03-06' },
    ...{ overall: { rag: 'green', rationale: 'HIDDEN' }, by: 'HIDDEN' },
    items: [{ ref: 'M-1', rag: 'green', path_to_green: 'HIDDEN' }],
  },
];

const hidden = bodies.map((body) => ({
  ...{ title: 'HIDDEN', description: 'HIDDEN', classification: 'restricted', raised: '2026-03-08' },
  ...body,
}));

const shown = [
  {
    id: 'M-1',
    status: 'committed',
    committed_date: '2026-03-20',
    forecast_date: '2026-03-25',
    predecessors: [{ on: 'M-77' }],
  },
  {
    id: 'G-1',
    status: 'in_review',
    milestone: 'M-77',
    release: 'REL-77',
    review_date: '2026-03-12',
  },
  { id: 'G-1.1', status: 'not_met', owner: 'x', mandatory: true },
  { id: 'DEC-1', status: 'requested', affects: ['M-1', 'R-77', 'M-77'], follow_ups: ['ACT-77'] },
  { id: 'ESC-1', status: 'open', subject: ['M-1', 'D-77', 'M-77'] },
];

const program = aProgram([...shown, ...hidden]);
const earlier = { program: aProgram(shown), revision: 'v1' };

const reports = {
  'the weekly status': () => buildStatusReport(program, asOf),
  'the weekly status against a revision': () => buildStatusReport(program, asOf, { earlier }),
  'the weekly status against a later one': () =>
    buildStatusReport(aProgram(shown), asOf, { earlier: { program, revision: 'v2' } }),
  'the go/no-go record': () => buildGoNoGo(program, 'G-1', asOf),
  'the decision brief': () => buildDecisionBrief(program, 'DEC-1', asOf),
  'the escalation brief': () => buildEscalationBrief(program, 'ESC-1', asOf),
};

test.each(Object.entries(reports))('%s names no record above its audience', (_, build) => {
  const text = JSON.stringify(build());
  expect(text).not.toMatch(/HIDDEN|77\b/);
  expect(text).toMatch(/"leftOut":[1-9]/);
});

test('the same records are there for those who may see them', () => {
  const open = buildStatusReport(program, asOf, { audience: 'restricted' });
  const text = JSON.stringify(open);
  for (const id of [
    'M-77',
    'G-77',
    'R-77',
    'I-77',
    'D-77',
    'DEC-77',
    'CR-77',
    'ACT-77',
    'RPT-2026-W77',
  ])
    expect(text, id).toContain(id);
  expect(open.leftOut).toBe(0);
  expect(writeMarkdown(statusPage(open))).toContain('HIDDEN');
});

test('of two programs the higher classification counts', () => {
  const [before, after] = ['restricted', 'public'].map((classification) =>
    aProgram([{ id: 'R-1', classification }]),
  );
  const sight = sightOf(
    'internal',
    [after, before].filter((each) => each !== undefined),
  );
  expect(sight.shows('R-1')).toBe(false);
  expect(sight.shows('R-2')).toBe(true);
  expect(sight.shows('R-1')).toBe(false);
  expect(sight.leftOut()).toBe(1);
});
