import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleCharter, sampleRisk } from '@milepost/store/contract/sample-edits';
import { gitHost } from '@milepost/store/drivers/git';
import type { GitHost } from '@milepost/store/git-host';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Answer = { status: number; headers?: Record<string, string> };

/** A repository whose next answers to a service can be replaced by a status. */
const serve = async (options: { requireToken?: string; publicRead?: boolean } = {}) => {
  const repository = new BareRepository([sampleCharter, sampleRisk(1, 'One')], 'program');
  const answers: Answer[] = [];
  const server = await startGitServer({
    root: repository.root,
    ...options,
    wrap: (git) => (request, response) => {
      const answer = answers.shift();
      if (answer === undefined) return git(request, response);
      response.writeHead(answer.status, answer.headers);
      response.end('the reason');
    },
  });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const url = `${server.url}/${repository.name}`;
  const connect = (token?: string) =>
    gitHost({ url, branch: 'main', folder: 'program', ...(token === undefined ? {} : { token }) });
  return { repository, url, connect, answers };
};

const prepare = async (host: GitHost) => {
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error(head.error.code);
  const changes = [{ path: 'risks/R-2.yaml', text: 'id: R-2\n' }];
  const message = { summary: 'Mine', trailers: [] };
  const who = { name: 'Ada', email: 'ada@example.org' };
  const made = await host.prepare(head.value, changes, message, who, '2026-01-01T00:00:00Z', never);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
};

const codeOfPush = async (host: GitHost): Promise<string> => {
  const pushed = await host.push(await prepare(host), never);
  return pushed.ok ? pushed.value : pushed.error.code;
};

test('reading asks for no token where none is needed, writing does', async () => {
  const { connect } = await serve({ requireToken: 'right', publicRead: true });
  expect(await codeOfPush(connect())).toBe('unauthorized');
  expect(await codeOfPush(connect('wrong'))).toBe('unauthorized');
  expect(await codeOfPush(connect('right'))).toBe('pushed');
});

test('a private repository answers a wrong token with unauthorized', async () => {
  const { connect } = await serve({ requireToken: 'right' });
  const head = await connect('wrong').head(undefined, never);
  expect(head.ok ? 'ok' : head.error.code).toBe('unauthorized');
  expect((await connect('right').head(undefined, never)).ok).toBe(true);
});

test('a hook that declines is told apart from a protected branch, with its own words', async () => {
  const { repository, connect } = await serve();
  repository.hook('pre-receive', 'echo "Records need a ticket" >&2; exit 1');
  const host = connect();
  const declined = await host.push(await prepare(host), never);
  expect(declined).toMatchObject({ ok: false, error: { code: 'hook-declined' } });
  expect(declined.ok ? '' : declined.error.detail).toContain('Records need a ticket');
  repository.hook('pre-receive', 'echo "GH006: Protected branch update failed" >&2; exit 1');
  expect(await codeOfPush(host)).toBe('protected-branch');
});

test('a branch that is locked has not moved: trying again at once would not help', async () => {
  const { repository, connect } = await serve();
  const lock = join(repository.dir, 'refs/heads/main.lock');
  writeFileSync(lock, '');
  expect(await codeOfPush(connect())).toBe('host-error');
  rmSync(lock);
  expect(await codeOfPush(connect())).toBe('pushed');
});

test('a push sends a large folder as the difference from what the host holds, or whole where it must', async () => {
  const repository = new BareRepository(
    Array.from({ length: 600 }, (_, n) => sampleRisk(n + 10, `Risk ${n}`)),
    'program',
  );
  const sizes: number[] = [];
  let refuseOnce = false;
  const server = await startGitServer({
    root: repository.root,
    wrap: (git) => (request, response) => {
      if (request.url?.endsWith('/git-receive-pack') !== true) return git(request, response);
      sizes.push(Number(request.headers['content-length']));
      if (!refuseOnce) return git(request, response);
      refuseOnce = false;
      request.resume();
      response.setHeader('content-type', 'application/x-git-receive-pack-result');
      response.end('002d\x010024unpack index-pack abnormal exit\n00000000');
    },
  });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const url = `${server.url}/${repository.name}`;
  const host = gitHost({ url, branch: 'main', folder: 'program' });
  expect(await codeOfPush(host)).toBe('pushed');
  refuseOnce = true;
  expect(await codeOfPush(gitHost({ url, branch: 'main', folder: 'program' }))).toBe('pushed');
  const [difference = 0, again = 0, whole = 0] = sizes;
  expect(difference).toBeLessThan(1500);
  expect(again).toBeLessThan(1500);
  expect(whole).toBeGreaterThan(12_000);
  expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
});

const rows: [Answer, string, number | undefined][] = [
  [{ status: 403 }, 'forbidden', undefined],
  [{ status: 403, headers: { 'retry-after': '30' } }, 'rate-limited', 30],
  [{ status: 404 }, 'not-found', undefined],
  [{ status: 413 }, 'too-large', undefined],
  [{ status: 429, headers: { 'retry-after': '7' } }, 'rate-limited', 7],
  [{ status: 500 }, 'host-error', undefined],
  [{ status: 503, headers: { 'retry-after': '12' } }, 'host-error', 12],
];

test('each status has its own code, and a named wait is kept', async () => {
  const { connect, answers } = await serve();
  for (const [answer, code, retryAfter] of rows) {
    answers.push(answer);
    const head = await connect().head(undefined, never);
    expect(head, String(answer.status)).toMatchObject({ ok: false, error: { code } });
    expect(head.ok ? undefined : head.error.retryAfter).toBe(retryAfter);
  }
});

test('a branch and a folder that are not there are told apart', async () => {
  const { url } = await serve();
  const noBranch = await gitHost({ url, branch: 'other', folder: '' }).head(undefined, never);
  expect(noBranch.ok ? '' : noBranch.error.code).toBe('branch-not-found');
  const host = gitHost({ url, branch: 'main', folder: 'nowhere' });
  const head = await host.head(undefined, never);
  const tree = await host.tree(head.ok ? head.value : '', never);
  expect(tree.ok ? '' : tree.error.code).toBe('folder-not-found');
});
