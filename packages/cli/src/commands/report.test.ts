import { expect, test } from 'vitest';
import { runExample } from '../run-example.ts';

const json = async (...rest: string[]) =>
  JSON.parse((await runExample('report', ...rest, '--format', 'json')).stdout);

const markdown = async (...rest: string[]): Promise<string> => {
  const { stdout } = await runExample('report', ...rest, '--format', 'markdown');
  // The commit is that of the clone the test runs in.
  return stdout.replace(/ at commit [0-9a-f]+( with changes not committed)?/, ' at commit C');
};

test('the weekly status holds reported and computed health side by side', async () => {
  const { header } = await json('status');
  expect(header).toMatchObject({
    period: { week: '2026-W11', from: '2026-03-09' },
    computed: { rag: 'red' },
    reported: { rag: 'amber', report: 'RPT-2026-W10', by: 'Sam Ortiz' },
    differs: true,
    trend: { direction: 'stable', before: 'red', on: '2026-03-06' },
  });
});

test('the one decision that is asked for comes with its options and its day', async () => {
  const { decisions } = await json('status');
  expect(decisions).toMatchObject({
    more: 0,
    items: [{ id: 'DEC-5', approver: 'Maria Keller', neededBy: '2026-03-12', daysLeft: 2 }],
  });
  expect(
    decisions.items[0].options.map((each: Record<string, unknown>) => [
      each.scheduleDays,
      each.cost,
      each.recommended,
    ]),
  ).toEqual([
    [10, 0, false],
    [0, 18_000, true],
    [3, 9000, false],
  ]);
});

test('milestones carry plan, forecast, simulation and slip (domain, appendix A)', async () => {
  const { milestones } = await json('status');
  expect(milestones.map(({ id }: { id: string }) => id)).toEqual([
    'M-2',
    'M-6',
    'M-8',
    'M-3',
    'M-9',
    'M-4',
  ]);
  expect(milestones.at(-1)).toMatchObject({
    baseline: '2026-05-29',
    committed: '2026-06-12',
    forecast: '2026-06-19',
    slip: 5,
    slipVsBaseline: 15,
    external: true,
    reported: 'amber',
    health: { rag: 'red' },
    owner: 'Tom Berg',
    later: true,
  });
  const { p50, p80 } = milestones.at(-1);
  expect(p50 > '2026-06-12' && p80 > p50).toBe(true);
});

test('risks, dependencies and the path to green name who does what next', async () => {
  const { risks, issues, dependencies, paths } = await json('status');
  expect(risks.items).toHaveLength(5);
  expect(risks.items[0]).toMatchObject({
    id: 'R-12',
    level: 'critical',
    expected: 29_000,
    next: { id: 'ACT-9', owner: 'Tom Berg', due: '2026-03-20' },
  });
  expect(issues.items).toMatchObject([{ id: 'I-7', severity: 'high' }]);
  expect(dependencies.items).toMatchObject([
    { id: 'D-21', gap: 10, provider: 'Northgate', offered: '2026-04-27' },
    { id: 'D-28', because: ['no-provider'] },
  ]);
  expect(paths).toMatchObject([
    { id: 'M-2', said: null, steps: [{ id: 'ACT-14' }] },
    { id: 'M-4', said: 'paid slot', steps: [{ id: 'DEC-5' }, { id: 'ACT-9' }] },
  ]);
});

test('figures, quality and what the audience was kept from are at the foot', async () => {
  const { figures, quality, leftOut, audience, commit } = await json('status');
  expect(figures).toMatchObject({
    scope: { numerator: 10, denominator: 420 },
    cost: { value: 1.75, eac: 2_442_000, bac: 2_400_000 },
    readiness: { nextGate: { id: 'G-1', met: 3, applicable: 4, mandatoryUnmet: 1 } },
  });
  expect(quality).toMatchObject({ records: 85, complete: 100, staleForecasts: 1, broken: [] });
  expect({ leftOut, audience }).toEqual({ leftOut: 1, audience: 'internal' });
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
});

test('the page of the weekly status is this, word for word', async () => {
  await expect(await markdown('status')).toMatchFileSnapshot('./snapshots/status.md');
});

test.each([
  ['gonogo', 'G-1'],
  ['decision', 'DEC-5'],
  ['escalation', 'ESC-1'],
])('the page of %s %s is this, word for word', async (report, id) => {
  await expect(await markdown(report, id)).toMatchFileSnapshot(`./snapshots/${report}.md`);
});

test('the confidential risk is nowhere in an internal report, and in a confidential one', async () => {
  const words = 'Salary negotiations';
  for (const call of [
    ['status'],
    ['gonogo', 'G-2'],
    ['decision', 'DEC-5'],
    ['escalation', 'ESC-1'],
  ]) {
    expect((await runExample('report', ...call, '--format', 'json')).stdout).not.toMatch(
      /R-21|Salary/,
    );
  }
  const open = await markdown('gonogo', 'G-2', '--audience', 'confidential');
  expect(open).toContain(words);
  expect(await markdown('gonogo', 'G-2', '--include-higher')).toContain(
    'Includes records classified above internal.',
  );
});

test('a public report refuses an internal record unless the flag lets it in', async () => {
  const refused = await runExample('report', 'decision', 'DEC-5', '--audience', 'public');
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('DEC-5 is classified above public.');
  const let_in = await runExample(
    'report',
    'decision',
    'DEC-5',
    '--audience',
    'public',
    '--include-higher',
  );
  expect(let_in.code).toBe(0);
});

test('what changed since a revision is said with the revision', async () => {
  const { changes } = await json('status', '--since', 'HEAD');
  expect(changes).toMatchObject({ revision: 'HEAD', items: [], more: 0 });
});

test('text fits the terminal and says the same', async () => {
  const { stdout } = await runExample('report', 'status');
  expect(stdout).toContain('Red computed · Amber reported on 6 Mar by Sam Ortiz · they differ');
  expect(stdout).toMatch(/^9\. Next seven days\n- Thu 12 Mar: G-1/m);
});

test('the format for GitHub is Markdown', async () => {
  const { stdout } = await runExample('report', 'decision', 'DEC-5', '--format', 'github');
  expect(stdout).toMatch(/^# DEC-5 Do we pay/);
});

test.each([
  ['no report named', [], 2, 'Which report?'],
  ['a report that does not exist', ['constructor'], 2, 'Which report?'],
  ['no record named', ['gonogo'], 2, 'milepost report gonogo G-2'],
  ['a record of another kind', ['decision', 'R-12'], 3, 'R-12 is no decision.'],
  ['a record that does not exist', ['gonogo', 'G-99'], 3, 'There is no record G-99.'],
  ['an audience that does not exist', ['status', '--audience', 'all'], 2, '--audience takes'],
  ['a revision that does not exist', ['status', '--since', 'nowhere'], 3, 'nowhere'],
])('%s is said on the error stream', async (_, call, code, words) => {
  const printed = await runExample('report', ...call);
  expect(printed).toMatchObject({ code, stdout: '' });
  expect(printed.stderr).toContain(words);
});
