import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contractFiles } from '@milepost/store/contract/git-host-contract';
import { gitHost } from '@milepost/store/drivers/git';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitServer, startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';

const run = promisify(execFile);
const never = new AbortController().signal;
let repository: BareRepository;
let server: GitServer;

beforeAll(async () => {
  repository = new BareRepository(contractFiles, 'program', [{ path: 'src/a.ts', text: 'a\n' }]);
  server = await startGitServer({ root: repository.root });
});
afterAll(async () => {
  await server.close();
  repository.remove();
});

/** Lines git itself sent, ids replaced, as its packet trace shows them. */
const linesOfGit = async (cwd: string, ...args: string[]): Promise<string[]> => {
  const env = { ...process.env, GIT_TRACE_PACKET: '1', HOME: '/nonexistent' };
  const { stderr } = await run('git', ['-c', 'protocol.version=2', ...args], { cwd, env });
  return stderr
    .split('\n')
    .flatMap((line) => /packet: +(?:fetch|clone|git)> (.*)$/.exec(line)?.[1] ?? [])
    .map(anonymous);
};

const anonymous = (line: string): string =>
  line
    .replace(/[0-9a-f]{40}/g, 'ID')
    .replace(/\\n$/, '')
    .trim();

/** Lines we sent, in the same words. */
const linesOfOurs = (bodies: readonly Uint8Array[]): string[] =>
  bodies.flatMap((body) => {
    const lines: string[] = [];
    const text = Buffer.from(body).toString('latin1');
    for (let at = 0; at < text.length; ) {
      const length = Number.parseInt(text.slice(at, at + 4), 16);
      if (length < 4) lines.push(text.slice(at, at + 4));
      else lines.push(anonymous(text.slice(at + 4, at + length).replace(/\n$/, '')));
      at += Math.max(length, 4);
    }
    return lines;
  });

/** Everything git says in two partial clones, a lazy fetch of a blob and an update of each. */
const sayingsOfGit = async (url: string): Promise<ReadonlySet<string>> => {
  const said = new Set<string>();
  for (const filter of ['blob:none', 'tree:0']) {
    const at = join(repository.root, `partial-${filter.replace(':', '-')}`);
    const clone = ['clone', '-q', '--no-checkout', `--filter=${filter}`, '--depth=1', url, at];
    const lines = await linesOfGit(repository.root, ...clone);
    lines.push(...(await linesOfGit(at, 'cat-file', '-p', 'HEAD:program/risks/R-1.yaml')));
    await repository.commit([{ path: 'risks/R-3.yaml', text: `x: ${filter}\n` }]);
    lines.push(...(await linesOfGit(at, 'fetch', '-q', '--depth=1', 'origin', 'main')));
    for (const line of lines) said.add(line);
  }
  return said;
};

/** Everything we say in a first read and a read of one change. */
const sayingsOfOurs = async (url: string): Promise<ReadonlySet<string>> => {
  const bodies: Uint8Array[] = [];
  const recording = (target: string, init: RequestInit) => {
    if (init.body instanceof Uint8Array) bodies.push(init.body);
    return fetch(target, init);
  };
  const host = gitHost({ url, branch: 'main', folder: 'program', fetch: recording });
  for (let round = 0; round < 2; round += 1) {
    const head = await host.head(undefined, never);
    const tree = await host.tree(head.ok ? head.value : '', never);
    if (!tree.ok) throw new Error(tree.error.code);
    const ids = tree.value.map(({ blob }) => blob);
    await host.blobs(ids, never);
    await repository.commit([{ path: 'risks/R-4.yaml', text: `x: ${round}\n` }]);
  }
  // Which refs we ask for is ours; that refs are asked for by prefix is git's.
  return new Set(
    linesOfOurs(bodies).map((line) => line.replace(/^(ref-prefix ).*/, '$1refs/heads/')),
  );
};

test('every line of our requests is one that git itself sends in a partial clone and its lazy fetches', async () => {
  const url = `${server.url}/${repository.name}`;
  const theirs = await sayingsOfGit(url);
  const ours = await sayingsOfOurs(url);
  for (const line of ['thin-pack', 'deepen 1', 'filter tree:0', 'shallow ID', 'want ID', 'have ID'])
    expect([...ours]).toContain(line);
  expect([...ours].filter((line) => !theirs.has(line))).toEqual([]);
}, 120_000);

test('a fetch of records by their ids is said in the order git says its own lazy fetch', async () => {
  const url = `${server.url}/${repository.name}`;
  const at = join(repository.root, 'lazy');
  const clone = ['clone', '-q', '--no-checkout', '--filter=blob:none', '--depth=1', url, at];
  await run('git', clone, { cwd: repository.root });
  const theirs = await linesOfGit(at, 'cat-file', '-p', 'HEAD:program/risks/R-1.yaml');
  const bodies: Uint8Array[] = [];
  const recording = (target: string, init: RequestInit) => {
    if (init.body instanceof Uint8Array) bodies.push(init.body);
    return fetch(target, init);
  };
  const host = gitHost({ url, branch: 'main', folder: 'program', fetch: recording });
  const blob = repository.git('rev-parse', 'main:program/risks/R-1.yaml').trim();
  expect((await host.blobs([blob], never)).ok).toBe(true);
  const ours = linesOfOurs(bodies);
  const start = theirs.indexOf('command=fetch');
  const order = theirs.slice(start).filter((line) => ours.includes(line));
  expect(ours).toEqual(order.slice(0, ours.length));
});

test('who committed between two commits is read from the commits alone', async () => {
  const host = gitHost({ url: `${server.url}/${repository.name}`, branch: 'main', folder: '' });
  const from = repository.git('rev-parse', 'main').trim();
  await repository.commit([{ path: 'risks/R-5.yaml', text: 'x: 1\n' }]);
  const to = await repository.commit([{ path: 'risks/R-5.yaml', text: 'x: 2\n' }]);
  const second = { name: 'Second', email: 'second@example.org' };
  expect(await host.authorsBetween?.(from, to, never)).toEqual({ ok: true, value: [second] });
  expect(await host.authorsBetween?.(to, to, never)).toEqual({ ok: true, value: [] });
});

test('git reads what we pushed, and its own fsck finds nothing to say', async () => {
  const url = `${server.url}/${repository.name}`;
  const host = gitHost({ url, branch: 'main', folder: 'program' });
  const head = await host.head(undefined, never);
  const changes = [{ path: 'risks/R-9.yaml', text: 'id: R-9\n' }];
  const message = { summary: 'Capture R-9', trailers: [['Program-Item', 'R-9'] as const] };
  const who = { name: 'A <b> ü', email: 'a@example.org' };
  const at = '2026-03-01T10:00:00+02:00';
  const parent = head.ok ? head.value : '';
  const made = await host.prepare(parent, changes, message, who, at, never);
  if (!made.ok) throw new Error(made.error.code);
  expect(await host.push(made.value, never)).toEqual({ ok: true, value: 'pushed' });
  expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
  const shown = repository.git(
    'log',
    '-1',
    '--format=%an|%ae|%aI|%s|%(trailers:key=Program-Item)',
    'main',
  );
  expect(shown.trim()).toBe(
    'A  b  ü|a@example.org|2026-03-01T08:00:00+00:00|Capture R-9|Program-Item: R-9',
  );
});
