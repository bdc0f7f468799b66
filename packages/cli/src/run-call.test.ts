import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { runExample } from './run-example.ts';

const json = async (command: string, ...rest: string[]) => {
  const { code, stdout } = await runExample(command, ...rest, '--format', 'json');
  return { code, data: JSON.parse(stdout) };
};

test('the example program passes its own check', async () => {
  expect(await json('check')).toEqual({ code: 0, data: { findings: [] } });
});

test('a risk is shown with score, level and expected value (domain, appendix A)', async () => {
  const { data } = await json('show', 'R-12');
  expect(data.computed).toMatchObject({ score: 16, level: 'critical', emv: 29_000 });
});

test('a milestone is shown with its slips and its variance (domain, appendix A)', async () => {
  const { data } = await json('show', 'M-4');
  expect(data.computed).toMatchObject({ slip: 15, slipVsCommitted: 5, health: 'red' });
  expect(data.computed.svPct).toBeCloseTo(8.47, 2);
});

test('a gate is assessed with a valid and a stale sign-off', async () => {
  const { data } = await json('gate', 'G-1');
  expect(data).toMatchObject({ verdict: 'no_go', strict: 75, applicable: 4, mandatoryUnmet: 1 });
  expect(
    data.signoffs.map((each: { role: string; state: string }) => [each.role, each.state]),
  ).toEqual([
    ['architecture_lead', 'stale'],
    ['security_grc', 'valid'],
  ]);
});

test('signals carry sentences, and rules without input are listed', async () => {
  const { data } = await json('signals');
  const rules = data.signals.map(({ rule }: { rule: string }) => rule);
  for (const rule of ['S-01', 'S-06', 'S-08', 'S-09', 'S-20']) expect(rules).toContain(rule);
  expect(rules).not.toContain('S-21');
  expect(data.signals.every(({ message }: { message: string }) => message.length > 0)).toBe(true);
  expect(data.notEvaluated).toContainEqual({ rule: 'S-25', needs: ['pullRequests'] });
});

test('schedule, forecast and KPIs have the shapes that tools rely on', async () => {
  const [schedule, forecast, kpi] = await Promise.all([
    json('schedule'),
    json('forecast'),
    json('kpi'),
  ]);
  expect(Object.keys(schedule.data.nodes[0]).toSorted()).toEqual(
    ['critical', 'ef', 'es', 'ff', 'finish', 'id', 'lf', 'ls', 'tf'].toSorted(),
  );
  expect(forecast.data).toMatchObject({ asOf: '2026-03-10', iterations: 10_000 });
  expect(kpi.data.kpis.map(({ number }: { number: number }) => number)).toEqual(
    Array.from({ length: 19 }, (_, at) => at + 1),
  );
});

test('paths find records with the reason', async () => {
  const { stdout } = await runExample('here', 'src/gateway/retry.ts', '--repo', 'acme/pay');
  expect(stdout).toContain('R-12');
  expect(stdout).toContain('matches src/gateway/**');
  const through = stdout.split('\n').filter((line) => line.includes('Reached through '));
  expect(through.length).toBeGreaterThan(0);
  expect(through.filter((line) => line.includes('The file matches'))).toEqual([]);
  const elsewhere = await runExample('here', 'src/a.ts', '--repo', 'other/project');
  expect(elsewhere.stdout).toBe('Nothing in the program points here.');
});

test.each(commands.map(({ name }) => name))('%s explains itself with an example', async (name) => {
  const { code, stdout } = await runExample(name, '--help');
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: milepost ${name}`);
  expect(stdout).toContain('Examples:');
});

test.each([
  ['an unknown command', ['nothing'], 2, 'no command nothing'],
  ['an unknown option', ['check', '--nope'], 2, '--nope'],
  ['a day that does not exist', ['status', '--as-of', '2026-02-30'], 2, 'is not a day'],
  ['a format that does not exist', ['status', '--format', 'pdf'], 2, '--format takes'],
  ['a record that does not exist', ['show', 'R-999'], 3, 'no record R-999'],
  ['a gate that does not exist', ['gate', 'G-99'], 3, 'no gate G-99'],
  ['a folder without a program', ['check', '--program', '..'], 3, 'no program.yaml'],
])(
  '%s is said on the error stream with its exit code',
  async (_, [command = '', ...rest], code, words) => {
    const printed = await runExample(command, ...rest);
    expect(printed.code).toBe(code);
    expect(printed.stderr).toContain(words);
    expect(printed.stdout).toBe('');
  },
);
