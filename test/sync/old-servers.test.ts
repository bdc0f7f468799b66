import { execFileSync } from 'node:child_process';
import { contractFiles } from '@milepost/store/contract/git-host-contract';
import { gitHost } from '@milepost/store/drivers/git';
import type { GitHost } from '@milepost/store/git-host';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';
import { countingFetch } from './counting-fetch.ts';
import { codeOfHead, connect } from './hostile-host.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Real Git whose clients seem to ask in another version of the protocol. */
const serveVersion = async (version: string | undefined) => {
  const repository = new BareRepository(contractFiles);
  const server = await startGitServer({
    root: repository.root,
    wrap: (git) => (request, response) => {
      delete request.headers['git-protocol'];
      if (version !== undefined) request.headers['git-protocol'] = version;
      git(request, response);
    },
  });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  return { repository, url: server.url };
};

test('real Git that speaks only version 0 or 1 of the protocol is refused by name', async () => {
  for (const version of [undefined, 'version=1']) {
    const { url } = await serveVersion(version);
    expect(await codeOfHead(connect(url))).toBe('protocol-too-old');
  }
});

test('a real repository of SHA-256 objects is refused by name, and an empty one has no branch', async () => {
  const { repository, url } = await serveVersion('version=2');
  const init = (name: string, format: string) =>
    execFileSync('git', ['init', '-q', '--bare', `--object-format=${format}`, name], {
      cwd: repository.root,
    });
  init('modern.git', 'sha256');
  init('empty.git', 'sha1');
  const at = (name: string) => gitHost({ url: `${url}/${name}`, branch: 'main', folder: '' });
  expect(await codeOfHead(at('modern.git'))).toBe('sha256-repository');
  expect(await codeOfHead(at('empty.git'))).toBe('branch-not-found');
});

/** Two kilobytes nobody can compress. */
const noise = (seed: number): string => {
  let state = seed;
  const draw = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 4).toString(36);
  };
  return `${Array.from({ length: 400 }, draw).join('')}\n`;
};

const readAll = async (host: GitHost): Promise<ReadonlyMap<string, string>> => {
  const head = await host.head(undefined, never);
  const tree = await host.tree(head.ok ? head.value : '', never);
  if (!tree.ok) throw new Error(tree.error.code);
  const ids = tree.value.map(({ blob }) => blob);
  const texts = await host.blobs(ids, never);
  if (!texts.ok) throw new Error(texts.error.code);
  return new Map(tree.value.map(({ path, blob }) => [path, texts.value.get(blob) ?? '']));
};

test('a server without filter gives its last commit once, and later only what is new', async () => {
  const code = Array.from({ length: 60 }, (_, n) => ({ path: `src/${n}.txt`, text: noise(n + 1) }));
  const repository = new BareRepository(contractFiles, 'program', code);
  repository.git('config', 'uploadpack.allowFilter', 'false');
  const server = await startGitServer({ root: repository.root });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const { fetch, lap } = countingFetch();
  const url = `${server.url}/${repository.name}`;
  const host = gitHost({ url, branch: 'main', folder: 'program', fetch });
  expect(await readAll(host)).toEqual(await repository.read());
  expect(lap().bytes).toBeGreaterThan(60_000);
  await repository.commit([
    { path: 'risks/R-1.yaml', text: 'id: R-1\ntitle: New\n' },
    { path: 'risks/R-3.yaml', text: 'id: R-3\ntitle: Newer\n' },
  ]);
  expect(await readAll(host)).toEqual(await repository.read());
  const change = lap();
  expect(change.requests).toBeLessThanOrEqual(4);
  expect(change.bytes).toBeLessThan(5000);
});

test('a server that gives no object by its id is read by whole commits, each once', async () => {
  const repository = new BareRepository(contractFiles, 'program');
  const asked: string[] = [];
  const server = await startGitServer({ root: repository.root });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const heads = () => repository.git('rev-parse', 'main').trim();
  const refusing = async (url: string, init: RequestInit): Promise<Response> => {
    const body = init.body instanceof Uint8Array ? Buffer.from(init.body).toString('latin1') : '';
    const wants = [...body.matchAll(/want ([0-9a-f]{40})/g)].map(([, id]) => id);
    if (wants.length > 0) asked.push(wants.every((id) => id === heads()) ? 'whole' : 'refused');
    if (wants.every((id) => id === heads())) return fetch(url, init);
    const line = `ERR upload-pack: not our ref ${wants[0]}\n`;
    const text = (line.length + 4).toString(16).padStart(4, '0') + line;
    return new Response(text, {
      headers: { 'content-type': 'application/x-git-upload-pack-result' },
    });
  };
  const url = `${server.url}/${repository.name}`;
  const host = gitHost({ url, branch: 'main', folder: 'program', fetch: refusing });
  expect(await readAll(host)).toEqual(await repository.read());
  expect(asked.filter((one) => one === 'whole').length).toBeLessThanOrEqual(2);
});

test('many wants travel compressed, as git sends them, and real Git reads them', async () => {
  const risks = Array.from({ length: 60 }, (_, n) => ({ path: `r/${n}.yaml`, text: `n: ${n}\n` }));
  const repository = new BareRepository(risks);
  const packed: (string | undefined)[] = [];
  const server = await startGitServer({
    root: repository.root,
    wrap: (git) => (request, response) => {
      packed.push(request.headers['content-encoding']);
      git(request, response);
    },
  });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  expect((await readAll(connect(server.url))).size).toBe(60);
  expect(packed.filter((encoding) => encoding === 'gzip')).toHaveLength(1);
});
