import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Ground, movedDate, PERMISSIONS, startGround } from './action-ground.ts';
import type { Proposed } from './played-github.ts';
import { eventOf } from './run-action.ts';

// Each run starts several real git processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const top = fileURLToPath(new URL('../..', import.meta.url));
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.close());

const proposeMove = (branch: string): Promise<Proposed> =>
  ground.propose(branch, movedDate(ground.github, '2026-06-26'));

const said = async (pull: Proposed) => [
  ...(await ground.comments(pull)),
  ...(await ground.checks(pull)),
];

test('on a fork nothing is written but the job summary, and the job itself fails', async () => {
  const pull = await proposeMove('gateway/fork');
  const writes: string[] = [];
  const ran = await ground.run(pull, {
    from: 'stranger/pay',
    world: ({ api }) => ({
      api: (options) => {
        const refuse = (name: string) => async () => void writes.push(name);
        const written = ['createComment', 'updateComment', 'writeCheck'] as const;
        const watched = Object.fromEntries(written.map((name) => [name, refuse(name)]));
        return { ...api(options), ...watched };
      },
    }),
  });
  expect(ran.code).toBe(1);
  expect(ran.summary).toContain('committed date moved from 2026-06-12 to 2026-06-26');
  expect(writes).toEqual([]);
  expect(await said(pull)).toEqual([]);
});

test('a fork that is gone, and a workflow that asks for it, are treated as forks', async () => {
  const pull = await proposeMove('gateway/gone');
  expect(await ground.run(pull, { from: null })).toMatchObject({ code: 1 });
  const inputs = { 'INPUT_SUMMARY-ONLY': 'true' };
  expect(await ground.run(pull, { inputs })).toMatchObject({ code: 1 });
  expect(await said(pull)).toEqual([]);
});

test('a fork that needs nothing passes', async () => {
  const pull = await ground.propose('code/fork', { 'src/gateway/retry.ts': 'export {};\n' });
  const ran = await ground.run(pull, { from: 'stranger/pay' });
  expect(ran.code).toBe(0);
  expect(ran.summary).toContain('R-12');
});

test('each documented permission is needed: without it nothing is green that should be red', async () => {
  const pull = await proposeMove('gateway/permissions');
  for (const name of ['checks', 'pull_requests'] as const) {
    const less = await ground.github.tokenWith({ ...PERMISSIONS, [name]: 'read' });
    const ran = await ground.run(pull, { inputs: { INPUT_TOKEN: less } });
    expect(ran.code).toBe(1);
    expect(ran.log).toContain('checks: write and pull-requests: write');
    expect(ran.summary).toContain('approval missing');
  }
  expect(await ground.comments(pull)).toEqual([]);
  const blind = await ground.github.tokenWith({ pull_requests: 'write', checks: 'write' });
  const ran = await ground.run(pull, { inputs: { INPUT_TOKEN: blind } });
  expect(ran).toMatchObject({ code: 1, summary: '' });
  expect(ran.log).toContain('GitHub answered 403');
});

test('a check that was green turns red when the next run cannot read what it judged', async () => {
  const pull = await ground.propose('code/unread', { 'src/gateway/retry.ts': 'export {};\n' });
  await ground.run(pull);
  const away = { GITHUB_SERVER_URL: 'http://127.0.0.1:9' };
  expect(await ground.run(pull, { inputs: away })).toMatchObject({ code: 1 });
  const title = 'This pull request could not be judged';
  expect(await ground.checks(pull)).toMatchObject([{ conclusion: 'failure', output: { title } }]);
});

test('what is no pull request, or has no program, is said and is no success', async () => {
  const pull = await proposeMove('gateway/other');
  const refused = [
    [{ GITHUB_EVENT_NAME: 'pull_request_target' }, 'gives every fork a token'],
    [{ GITHUB_EVENT_NAME: 'push' }, 'not on push'],
    [{ GITHUB_EVENT_PATH: '/nowhere' }, 'event file cannot be read'],
    [{ INPUT_PROGRAM: '../x' }, 'leads out of the repository'],
    [{ 'INPUT_FAIL-ON': 'never' }, 'takes error or warn'],
  ] as const;
  for (const [inputs, reason] of refused) {
    const ran = await ground.run(pull, { inputs });
    expect(ran.code).toBe(1);
    expect(ran.log).toContain(reason);
  }
  expect(await said(pull)).toEqual([]);
  const ran = await ground.run(pull, { inputs: { INPUT_PROGRAM: 'plans' } });
  expect(ran).toMatchObject({ code: 1, summary: '' });
  expect(ran.log).toContain('no program in plans');
  expect(await ground.checks(pull)).toMatchObject([{ conclusion: 'failure' }]);
});

test('the file that action.yml names runs on plain Node, outside of this repository', async () => {
  const pull = await proposeMove('gateway/bundle');
  execFileSync(process.execPath, ['packages/house/src/build.ts', 'cli'], { cwd: top });
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bundle-'));
  try {
    const bundle = join(folder, 'action.mjs');
    writeFileSync(bundle, readFileSync(join(top, 'packages/cli/dist/action.mjs')));
    writeFileSync(join(folder, 'event.json'), eventOf(pull));
    const env = {
      PATH: process.env.PATH,
      ...ground.environment(),
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
    };
    // The servers answer from this process: it must not wait for the other one blindly.
    const run = await promisify(execFile)(process.execPath, [bundle], { cwd: folder, env });
    expect(run.stderr).toBe('');
    expect(run.stdout).toMatch(/^1 approval missing/);
    expect(await ground.comments(pull)).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
