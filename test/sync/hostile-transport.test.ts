import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import { contractFiles } from '@milepost/store/contract/git-host-contract';
import { splitAddress } from '@milepost/store/git/split-address';
import type { GitHost, PreparedCommit } from '@milepost/store/git-host';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';
import {
  codeOfHead,
  connect,
  listen as listenAnywhere,
  modern,
  pkt,
  playHost,
} from './hostile-host.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const advertisement = 'application/x-git-upload-pack-advertisement';

const listen = async (listener: RequestListener): Promise<string> => {
  const { url, close } = await listenAnywhere(listener);
  ends.push(close);
  return url;
};

const play = async (refs: string | Buffer): Promise<string> => {
  const { url, close } = await playHost({ refs });
  ends.push(close);
  return url;
};

test('an answer that drips ends with the time of the request, however long it stays alive', async () => {
  const url = await listen((_request, response) => {
    response.setHeader('content-type', advertisement);
    const timer = setInterval(() => response.write('0'), 20);
    response.on('close', () => clearInterval(timer));
  });
  expect(await codeOfHead(connect(url, { limits: { timeout: 300 } }))).toBe('timeout');
});

test('a small compressed answer that grows without end stops at the limit of bytes', async () => {
  const url = await listen((_request, response) => {
    response.setHeader('content-type', advertisement);
    response.setHeader('content-encoding', 'gzip');
    const packed = createGzip();
    packed.pipe(response);
    const zeros = Buffer.alloc(1024 * 1024);
    const more = () => void (response.destroyed || packed.write(zeros, more));
    more();
  });
  expect(await codeOfHead(connect(url))).toBe('too-large');
});

test('refs without end, empty lines by the million and lengths that lie are refused', async () => {
  const refs = pkt(`${'a'.repeat(40)} refs/heads/main-${'x'.repeat(1000)}\n`).repeat(5000);
  expect(await codeOfHead(connect(await play(refs)))).toBe('too-large');
  expect(await codeOfHead(connect(await play('0004'.repeat(900_000))))).toBe('corrupt-answer');
  for (const broken of ['', '0003', 'zzzz', '-001', 'fff1', '0032abc', `${pkt('x')}00`])
    expect(await codeOfHead(connect(await play(broken))), broken).toBe('corrupt-answer');
});

test('refs that are no ids, or of another branch, are no branch', async () => {
  for (const id of ['', 'HEAD', '../../x', 'a'.repeat(39), 'a'.repeat(64), 'unborn'])
    expect(await codeOfHead(connect(await play(`${pkt(`${id} refs/heads/main\n`)}0000`)))).toBe(
      'branch-not-found',
    );
  const other = `${pkt(`${'a'.repeat(40)} refs/heads/main2\n`)}0000`;
  expect(await codeOfHead(connect(await play(other)))).toBe('branch-not-found');
});

type Redirect = (request: IncomingMessage, response: ServerResponse, other: string) => void;

const to = (response: ServerResponse, location: string, status = 302) => {
  response.writeHead(status, { location });
  response.end();
};

const redirects: Readonly<Record<string, Redirect>> = {
  'at once': (request, response, other) => to(response, `${other}${request.url}`),
  'by 307, which keeps the body': (request, response, other) =>
    to(response, `${other}${request.url}`, 307),
  'after a hop within the host': (request, response, other) =>
    request.url?.startsWith('/hop') === true
      ? to(response, `${other}${request.url}`)
      : to(response, `/hop${request.url}`),
  'with a name in front of the host': (request, response, other) =>
    to(response, `http://127.0.0.1@${new URL(other).host}${request.url}`),
  'without a scheme': (request, response, other) =>
    to(response, `//${new URL(other).host}${request.url}`),
  'when something is asked': (request, response, other) =>
    request.method === 'GET'
      ? void response.setHeader('content-type', advertisement).end(modern)
      : to(response, `${other}${request.url}`, 308),
};

test.each(Object.entries(redirects))(
  'the token stays on its host when it redirects %s',
  async (_, act) => {
    const seen: (string | undefined)[] = [];
    const other = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.end();
    });
    const url = await listen((request, response) => act(request, response, other));
    expect(await codeOfHead(connect(url, { token: 'secret' }))).toBe('redirected-away');
    expect(seen).toEqual([]);
  },
);

test('a host that redirects in circles is left after three turns', async () => {
  let asked = 0;
  const url = await listen((request, response) => {
    asked += 1;
    to(response, `/x${request.url}`);
  });
  expect(await codeOfHead(connect(url))).toBe('redirected-away');
  expect(asked).toBe(4);
});

test('where a browser hides the target, it is looked for without the token', async () => {
  const seen: (string | null)[] = [];
  const hiding = async (url: string, init: RequestInit): Promise<Response> => {
    seen.push(new Headers(init.headers).get('authorization'));
    if (init.redirect === 'follow')
      return Object.defineProperty(new Response(''), 'url', { value: 'http://evil.test/x' });
    return Object.defineProperty(new Response(null, { status: 200 }), 'type', {
      value: url === '' ? 'basic' : 'opaqueredirect',
    });
  };
  const host = connect('http://host.test', { fetch: hiding, token: 'secret' });
  expect(await codeOfHead(host)).toBe('redirected-away');
  expect(seen.map((value) => value !== null)).toEqual([true, false]);
});

test('credentials in an address are sent as such and stand in no message', async () => {
  const seen: (string | undefined)[] = [];
  const url = await listen((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(500);
    response.end();
  });
  const head = await connect(url.replace('//', '//ada:se%20cret@')).head(undefined, never);
  expect(JSON.stringify(head)).not.toMatch(/ada|cret/);
  expect(seen).toEqual([`Basic ${Buffer.from('ada:se cret').toString('base64')}`]);
  expect(splitAddress('https://org@dev.azure.com/org/p/_git/r?x#y')).toEqual({
    url: 'https://dev.azure.com/org/p/_git/r',
    user: 'org',
  });
});

/** A prepared commit for real Git, whose pushes arrive and are then answered by `answer`. */
const pushTo = async (answer: RequestListener) => {
  const repository = new BareRepository(contractFiles);
  const server = await startGitServer({
    root: repository.root,
    wrap: (git) => (request, response) =>
      request.url?.endsWith('/git-receive-pack') === true
        ? answer(request, response)
        : git(request, response),
  });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const host: GitHost = connect(server.url);
  const head = await host.head(undefined, never);
  const made = await host.prepare(
    head.ok ? head.value : '',
    [{ path: 'x.yaml', text: 'x: 1\n' }],
    { summary: 'x', trailers: [] },
    { name: 'A', email: 'a' },
    '2026-01-01T00:00:00Z',
    never,
  );
  if (!made.ok) throw new Error(made.error.code);
  return { host, prepared: made.value };
};

const codeOfPush = async (host: GitHost, prepared: PreparedCommit): Promise<string> => {
  const pushed = await host.push(prepared, never);
  return pushed.ok ? pushed.value : pushed.error.code;
};

const result = 'application/x-git-receive-pack-result';

test.each([
  ['that never ends', result, 'x'.repeat(9_000_000)],
  ['that is a web page', 'text/html', '<html>Sign in'],
  ['without a report', result, '0000'],
  ['cut off', result, '0030\x01000eunpack ok'],
])(
  'an answer to a push %s says nothing about the push: it may have landed',
  async (_, type, body) => {
    const { host, prepared } = await pushTo((request, response) => {
      request.resume();
      response.setHeader('content-type', type);
      response.end(body);
    });
    expect(await codeOfPush(host, prepared)).toBe('corrupt-answer');
  },
);

test('a refusal in the place of a report is the refusal it is', async () => {
  const { host, prepared } = await pushTo((request, response) => {
    request.resume();
    response.setHeader('content-type', result);
    response.end(`${pkt('ERR You are not allowed to push code to protected branches')}0000`);
  });
  expect(await codeOfPush(host, prepared)).toBe('protected-branch');
});
