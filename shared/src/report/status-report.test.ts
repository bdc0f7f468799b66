import { expect, test } from 'vitest';
import { emptyProgram } from '../program/empty-program.ts';
import { aProgram } from '../schedule/a-program.ts';
import { statusPage } from './status-page.ts';
import { buildStatusReport } from './status-report.ts';
import { writeMarkdown } from './write-markdown.ts';

const asOf = '2026-03-10';
const markdown = (report: ReturnType<typeof buildStatusReport>): string =>
  writeMarkdown(statusPage(report));

const decision = (id: string, rest: object = {}) => ({
  id,
  status: 'requested',
  question: `Question of ${id}?`,
  ...rest,
});

test('an empty program has a report that promises nothing', () => {
  const report = buildStatusReport(emptyProgram, asOf);
  expect(report).toMatchObject({ leftOut: 0, milestones: [], quality: { complete: null } });
  const text = markdown(report);
  expect(text).toContain('Not started computed');
  expect(text).toContain('Nothing is due in 90 days.');
  expect(text).not.toContain('on its promise');
  expect(text).not.toMatch(/undefined|null|NaN/);
});

test('three decisions are shown, soonest first, then the dearest delay, and the rest is counted', () => {
  const program = aProgram([
    decision('DEC-1'),
    decision('DEC-2', { needed_by: '2026-03-20', cost_of_delay: 100 }),
    decision('DEC-3', { needed_by: '2026-03-20', cost_of_delay: 900 }),
    decision('DEC-4', { needed_by: '2026-03-06' }),
    decision('DEC-5', { needed_by: '2026-03-01', status: 'decided' }),
  ]);
  const { decisions } = buildStatusReport(program, asOf);
  expect(decisions.items.map(({ id }) => id)).toEqual(['DEC-4', 'DEC-3', 'DEC-2']);
  expect(decisions).toMatchObject({ more: 1, items: [{ daysLeft: -2 }, { daysLeft: 8 }, {}] });
});

const slipping = {
  id: 'M-1',
  status: 'committed',
  owner: 'tom.berg',
  baseline_date: '2026-04-01',
  committed_date: '2026-04-01',
  forecast_date: '2026-04-08',
  forecast_history: [
    { as_of: '2026-03-01', date: '2026-04-01' },
    { as_of: '2026-03-09', date: '2026-04-08' },
  ],
};

test('a forecast that moved after the last report is marked and told', () => {
  const report = {
    id: 'RPT-2026-W10',
    status: 'published',
    published_at: '2026-03-06',
    overall: { rag: 'green' },
    items: [{ ref: 'M-1', rag: 'green', path_to_green: 'second crew' }],
    computed: [{ ref: 'program', rag: 'green' }],
  };
  const built = buildStatusReport(aProgram([slipping, report]), asOf);
  expect(built.header).toMatchObject({
    differs: true,
    computed: { rag: 'amber' },
    reported: { rag: 'green', on: '2026-03-06', draft: false },
    trend: { direction: 'worsening', before: 'green' },
  });
  expect(built.milestones).toMatchObject([
    { id: 'M-1', slip: 5, reported: 'green', moved: { from: '2026-04-01', days: 5 } },
  ]);
  expect(built.changes.items).toMatchObject([
    { code: 'forecast-moved', id: 'M-1', facts: { days: 5 } },
  ]);
  expect(built.paths).toMatchObject([{ id: 'M-1', said: 'second crew', steps: [] }]);
  expect(markdown(built)).toContain('**8 Apr, was 1 Apr**');
});

test('a report of the same day is this one, the one before is what it is compared with', () => {
  const published = (week: number, on: string) => ({
    id: `RPT-2026-W${week}`,
    status: 'published',
    published_at: on,
    overall: { rag: 'green' },
  });
  const program = aProgram([slipping, published(10, '2026-03-03'), published(11, asOf)]);
  const { header, changes } = buildStatusReport(program, asOf);
  expect(header.reported?.report).toBe('RPT-2026-W11');
  expect(changes.since).toBe('2026-03-03');
});

test('an earlier program is compared with by value, and the day of it starts the period', () => {
  const before = aProgram([{ ...slipping, forecast_date: '2026-04-01' }, decision('DEC-1')]);
  const after = aProgram([
    slipping,
    decision('DEC-1', { status: 'decided', decided_on: '2026-03-10' }),
  ]);
  const earlier = { program: before, revision: 'v1', on: '2026-03-08' };
  const { changes, done } = buildStatusReport(after, asOf, { earlier });
  expect(changes).toMatchObject({ since: '2026-03-08', revision: 'v1', more: 0 });
  expect(changes.items.map(({ code, id }) => [code, id])).toEqual([
    ['forecast-moved', 'M-1'],
    ['closed', 'DEC-1'],
  ]);
  expect(done.items.map(({ id, code }) => [id, code])).toEqual([['DEC-1', 'decided']]);
});

const risk = (id: string, probability: number, rest: object = {}) => ({
  id,
  status: 'open',
  owner: 'a',
  affects: ['M-1'],
  assessments: [{ at: '2026-03-01', probability, impact: { schedule: 4 } }],
  ...rest,
});

test('five risks, worst first; low ones and opportunities stay away', () => {
  const program = aProgram([
    ...[2, 3, 4, 2, 5, 3].map((probability, at) => risk(`R-${at + 1}`, probability)),
    risk('R-7', 1, { assessments: [{ at: '2026-03-01', probability: 1, impact: { cost: 1 } }] }),
    risk('R-8', 5, { kind: 'opportunity' }),
  ]);
  const { risks } = buildStatusReport(program, asOf);
  expect(risks.items.map(({ id, level }) => `${id} ${level}`)).toEqual([
    'R-3 critical',
    'R-5 critical',
    'R-2 high',
    'R-6 high',
    'R-1 medium',
  ]);
  expect(risks.more).toBe(1);
});

test('a risk above the audience is left out everywhere, and counted; the flag lets it in', () => {
  const secret = risk('R-1', 5, { classification: 'confidential', title: 'The buyer walks away' });
  const program = aProgram([slipping, secret]);
  const text = JSON.stringify(buildStatusReport(program, asOf));
  expect(text).not.toMatch(/R-1|buyer/);
  expect(buildStatusReport(program, asOf)).toMatchObject({
    leftOut: 1,
    header: { computed: { rag: 'red' }, reasonsWithheld: 1 },
  });
  const open = buildStatusReport(program, asOf, { includeHigher: true });
  expect(open).toMatchObject({
    leftOut: 0,
    includesHigher: true,
    risks: { items: [{ id: 'R-1' }] },
  });
  expect(buildStatusReport(program, asOf, { audience: 'confidential' }).leftOut).toBe(0);
});

test('a public page says that its reasons are withheld instead of praising the program', () => {
  const report = buildStatusReport(aProgram([slipping]), asOf, { audience: 'public' });
  expect(report).toMatchObject({ milestones: [], header: { computed: { rag: 'amber' } } });
  expect(markdown(report)).toContain('The reasons name records that this audience may not see.');
});

test('a dependency without an owner at the provider is told although it is not late', () => {
  const program = aProgram([
    { id: 'D-1', status: 'requested', need_by: '2026-12-01', provider: { team: 'TM-1' } },
    { id: 'D-2', status: 'identified', need_by: '2026-12-01' },
    {
      id: 'D-3',
      status: 'in_progress',
      provider: { owner: 'b' },
      need_by: '2026-03-13',
      forecast_date: '2026-03-20',
      committed_date: '2026-03-13',
    },
  ]);
  expect(buildStatusReport(program, asOf).dependencies.items).toMatchObject([
    { id: 'D-3', gap: 5, because: ['late'] },
    { id: 'D-1', because: ['no-provider'] },
  ]);
});

test('a red milestone beyond 90 days is on the page, a green one is not', () => {
  const far = (id: string, rest: object) => ({
    ...slipping,
    id,
    committed_date: '2026-09-01',
    forecast_history: [{ as_of: '2026-03-09', date: '2026-09-01' }],
    forecast_date: '2026-09-01',
    ...rest,
  });
  const program = aProgram([
    far('M-2', { predecessors: [{ on: 'M-3' }] }),
    far('M-3', { external_commitment: true, forecast_date: '2026-09-08' }),
  ]);
  expect(buildStatusReport(program, asOf).milestones).toMatchObject([{ id: 'M-3', later: true }]);
});

test('a file that cannot be read is named to those inside and counted for the public', () => {
  const broken = [{ path: 'risks/R-9.yaml', id: 'R-9', kind: 'risk' as const, findings: [] }];
  const program = { ...aProgram([slipping]), broken };
  expect(markdown(buildStatusReport(program, asOf))).toContain('1 file that cannot be read (R-9).');
  const open = buildStatusReport(program, asOf, { audience: 'public' });
  expect(open.quality).toMatchObject({ unreadable: 1, broken: [] });
  expect(markdown(open)).toContain('1 file that cannot be read.');
});
