import type { RequestListener } from 'node:http';
import { contractFiles } from '@milepost/store/contract/git-host-contract';
import { gitHost } from '@milepost/store/drivers/git';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';
import {
  advertised,
  codeOfHead,
  connect,
  listen as listenAnywhere,
  modern,
  pkt,
  readTree,
} from './hostile-host.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const listen = async (listener: RequestListener): Promise<string> => {
  const { url, close } = await listenAnywhere(listener);
  ends.push(close);
  return url;
};

/** A server that advertises one thing and answers every POST with it, too. */
const answering = (advertisement: string, type = 'application/x-git-upload-pack-advertisement') =>
  listen((_request, response) => {
    response.setHeader('content-type', type);
    response.end(advertisement);
  });

test('what is no Git server, too old or of another hash is told apart', async () => {
  const refs = advertised(`${'a'.repeat(40)} refs/heads/main\0 report-status`);
  expect(await codeOfHead(connect(await answering('<html>', 'text/html')))).toBe('not-a-git-host');
  expect(await codeOfHead(connect(await answering('x', 'text/plain')))).toBe('not-a-git-host');
  expect(await codeOfHead(connect(await answering('<html>')))).toBe('not-a-git-host');
  expect(await codeOfHead(connect(await answering(refs)))).toBe('protocol-too-old');
  const sha256 = modern.replace(pkt('object-format=sha1\n'), pkt('object-format=sha256\n'));
  expect(await codeOfHead(connect(await answering(sha256)))).toBe('sha256-repository');
});

test('a redirect to another host is not followed and never sees the token', async () => {
  const seen: (string | undefined)[] = [];
  const other = await listen((request, response) => {
    seen.push(request.headers.authorization);
    response.end();
  });
  const url = await listen((request, response) => {
    response.writeHead(302, { location: `${other}${request.url}` });
    response.end();
  });
  expect(await codeOfHead(connect(url, { token: 'secret' }))).toBe('redirected-away');
  expect(seen).toEqual([]);
});

test('a repository that moved within its host is found and stays found', async () => {
  const repository = new BareRepository(contractFiles);
  ends.push(() => repository.remove());
  const server = await startGitServer({
    root: repository.root,
    wrap: (git) => (request, response) => {
      if (!request.url?.startsWith('/old.git')) return git(request, response);
      const location = request.url.replace('/old.git', '/program.git');
      response.writeHead(301, { location });
      response.end();
    },
  });
  ends.push(() => server.close());
  const host = gitHost({ url: `${server.url}/old.git`, branch: 'main', folder: '' });
  expect(await host.head(undefined, never)).toEqual({
    ok: true,
    value: repository.git('rev-parse', 'main').trim(),
  });
});

test('an answer without an end stops at the limit of bytes', async () => {
  const url = await listen((_request, response) => {
    response.setHeader('content-type', 'application/x-git-upload-pack-advertisement');
    const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
    response.on('close', () => clearInterval(timer));
  });
  expect(await codeOfHead(connect(url, { limits: { bytes: 1_000_000 } }))).toBe('too-large');
});

test('an answer that does not come ends as a timeout', async () => {
  const url = await listen(() => undefined);
  expect(await codeOfHead(connect(url, { limits: { timeout: 100 } }))).toBe('timeout');
});

test('a host nobody answers at is offline', async () => {
  expect(await codeOfHead(connect('http://127.0.0.1:9'))).toBe('offline');
});

/** Real Git behind somebody who changes the answers of `git-upload-pack`. */
const tampered = async (change: (answer: Buffer, asked: Buffer) => Buffer) => {
  const repository = new BareRepository(contractFiles);
  const git = await startGitServer({ root: repository.root });
  ends.push(
    () => git.close(),
    () => repository.remove(),
  );
  const url = await listen(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked = Buffer.concat(parts);
    const { 'content-type': type = '', 'git-protocol': protocol = '' } = request.headers;
    const answer = await fetch(`${git.url}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': type, 'git-protocol': String(protocol) },
      ...(request.method === 'POST' ? { body: asked } : {}),
    });
    response.setHeader('content-type', answer.headers.get('content-type') ?? '');
    response.end(change(Buffer.from(await answer.arrayBuffer()), asked));
  });
  return { url, repository };
};

test('a blob that is not the one asked for is refused', async () => {
  let wanted = '';
  let other = '';
  // The proxy asks Git for another blob than the client did.
  const { url, repository } = await tampered((answer) => answer);
  wanted = repository.git('rev-parse', 'main:risks/R-1.yaml').trim();
  other = repository.git('rev-parse', 'main:risks/R-2.yaml').trim();
  const swapping = (target: string, init: RequestInit) => {
    const { body } = init;
    if (!(body instanceof Uint8Array)) return fetch(target, init);
    const text = Buffer.from(body).toString('latin1').replaceAll(`want ${wanted}`, `want ${other}`);
    return fetch(target, { ...init, body: Buffer.from(text, 'latin1') });
  };
  const host = connect(url, { fetch: swapping });
  await host.head(undefined, never);
  const read = await host.blobs([wanted], never);
  expect(read.ok ? 'ok' : read.error.code).toBe('corrupt-answer');
});

test('a fetch answer cut off or changed anywhere is never taken', async () => {
  let tamper = (answer: Buffer) => answer;
  const { url } = await tampered((answer, asked) =>
    asked.includes('command=fetch') ? tamper(answer) : answer,
  );
  const codeAfter = async (change: (answer: Buffer) => Buffer) => {
    tamper = change;
    return readTree(connect(url));
  };
  expect(await codeAfter((answer) => answer)).toContain('risks/R-1.yaml');
  for (const share of [0, 0.2, 0.5, 0.9, 0.99])
    expect(await codeAfter((answer) => answer.subarray(0, answer.length * share))).toBe(
      'corrupt-answer',
    );
  for (const share of [0.3, 0.6, 0.9])
    expect(
      await codeAfter((answer) => {
        const changed = Buffer.from(answer);
        const at = Math.floor(answer.length * share);
        changed[at] = (changed[at] ?? 0) ^ 0xff;
        return changed;
      }),
    ).toMatch(/corrupt-answer|host-error/);
});
