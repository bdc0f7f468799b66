import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { contractFiles } from '@milepost/store/contract/git-host-contract';
import { githubHost } from '@milepost/store/drivers/github';
import type { GitHost } from '@milepost/store/git-host';
import { afterEach, expect, test } from 'vitest';
import { type GithubApi, startGithubApi } from '../servers/github-api.ts';
import type { ApiAnswer, ApiRequest } from '../servers/github-rest.ts';
import { runGit } from '../servers/run-git.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Lie = (request: ApiRequest, api: GithubApi) => ApiAnswer | undefined;

const serve = async (lie: Lie = () => undefined) => {
  const repository = new BareRepository(contractFiles, 'program', [{ path: 'a', text: 'a' }]);
  const api: GithubApi = await startGithubApi({
    dir: repository.dir,
    intercept: (request) => lie(request, api),
  });
  ends.push(
    () => api.close(),
    () => repository.remove(),
  );
  const host = githubHost({ url: api.url, branch: 'main', folder: 'program' });
  return { repository, host };
};

const headOf = async (host: GitHost) => {
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error(head.error.code);
  return head.value;
};

const codeOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code ?? 'ok';

test('a tree that is not what its id says is refused, whatever is changed in it', async () => {
  const id = 'b'.repeat(40);
  const one = { path: 'program.yaml', mode: '100644', type: 'blob', sha: id };
  const trees: unknown[] = [[one], [], [{ ...one, sha: 'x' }], [{ ...one, mode: 'rw' }], 'none'];
  for (const tree of trees) {
    const { host } = await serve(({ path }) =>
      path.includes('/git/trees/') ? { status: 200, body: { tree, truncated: false } } : undefined,
    );
    expect(codeOf(await host.tree(await headOf(host), never))).toBe('corrupt-answer');
  }
});

const blobsIn = async (host: GitHost) => {
  const files = await host.tree(await headOf(host), never);
  if (!files.ok) throw new Error(files.error.code);
  return host.blobs(
    files.value.map((file) => file.blob),
    never,
  );
};

test('a text that is not what its id says is read again, and refused when that is wrong, too', async () => {
  const alter: Lie = ({ path, body }) => {
    const asks = JSON.stringify(body ?? '').includes('on Blob');
    const blob = { text: 'other', isTruncated: false };
    const repository = { b0: blob, b1: blob, b2: blob, b3: blob };
    return path === '/api/graphql' && asks
      ? { status: 200, body: { data: { repository } } }
      : undefined;
  };
  const half = await serve(alter);
  const texts = await blobsIn(half.host);
  expect(texts.ok && [...texts.value.values()].toSorted()).toEqual(
    contractFiles.map(({ text }) => text).toSorted(),
  );
  const whole = await serve((request, api) =>
    request.path.includes('/git/blobs/')
      ? { status: 200, body: { content: btoa('other'), encoding: 'base64' } }
      : alter(request, api),
  );
  expect(codeOf(await blobsIn(whole.host))).toBe('corrupt-answer');
});

test('what is binary or cut in GraphQL comes whole by REST', async () => {
  const { repository, host } = await serve();
  const long = `note: ${'x'.repeat(600_000)}\n`;
  await repository.commit([
    { path: 'long.yaml', text: long },
    { path: 'odd.yaml', text: 'a\u0000b' },
  ]);
  const texts = await blobsIn(host);
  const all = texts.ok ? [...texts.value.values()] : [];
  expect(all).toContain(long);
  expect(all).toContain('a\u0000b');
});

test('a link in the way of a write is refused before anything is sent', async () => {
  const { repository, host } = await serve();
  const work = join(repository.root, 'work');
  symlinkSync('/etc', join(work, 'program', 'decisions'));
  runGit(work, 'add', '-A');
  runGit(work, 'commit', '-q', '-m', 'Link');
  runGit(work, 'push', '-q', 'origin', 'HEAD:main');
  const head = await headOf(host);
  const files = await host.tree(head, never);
  expect(files.ok && files.value.map(({ path }) => path)).not.toContain('decisions');
  const message = { summary: 'x', trailers: [['Milepost-Operation', 'op']] as const };
  const who = { name: 'Ada', email: 'ada@example.org' };
  for (const path of ['decisions/DEC-1.yaml', '../outside.yaml', '.git/config', 'a/../../x.yaml']) {
    const changes = [{ path, text: 'x: 1\n' }];
    expect(codeOf(await host.prepare(head, changes, message, who, '', never))).toBe('unsafe-path');
  }
});

test('a folder that is not there, a commit that is not there and a page that is no GitHub are told apart', async () => {
  const { repository, host } = await serve();
  const head = await headOf(host);
  const elsewhere = githubHost({
    url: 'https://github.com/only-owner',
    branch: 'main',
    folder: '',
  });
  expect(codeOf(await elsewhere.head(undefined, never))).toBe('not-a-git-host');
  expect(codeOf(await host.tree('c'.repeat(40), never))).toBe('corrupt-answer');
  const api = await startGithubApi({ dir: repository.dir });
  ends.push(() => api.close());
  for (const folder of ['nowhere', 'a', '../x'])
    expect(
      codeOf(await githubHost({ url: api.url, branch: 'main', folder }).tree(head, never)),
    ).toBe('folder-not-found');
});
