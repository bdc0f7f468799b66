import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { gitHost } from '@milepost/store/drivers/git';
import type { GitHost } from '@milepost/store/git-host';

const never = new AbortController().signal;

export const pkt = (text: string) => (text.length + 4).toString(16).padStart(4, '0') + text;

export const advertised = (...lines: string[]) =>
  `${pkt('# service=git-upload-pack\n')}0000${lines.map((line) => pkt(`${line}\n`)).join('')}0000`;

export const modern = advertised(
  'version 2',
  'ls-refs',
  'fetch=shallow filter',
  'object-format=sha1',
);

export type Listening = { url: string; close(): void };

/** Any listener on a free loopback port. */
export const listen = async (listener: RequestListener): Promise<Listening> => {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** The body of a request, unpacked where it was packed. */
export const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const body = await buffer(request);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
};

const banded = (pack: Uint8Array): Buffer => {
  const parts: Buffer[] = [Buffer.from(pkt('packfile\n'))];
  for (let at = 0; at < pack.length; at += 60_000) {
    const piece = pack.subarray(at, at + 60_000);
    parts.push(
      Buffer.from(`${(piece.length + 5).toString(16).padStart(4, '0')}\x01`),
      Buffer.from(piece),
    );
  }
  return Buffer.concat([...parts, Buffer.from('0000')]);
};

export type Played = {
  /** Answer to ls-refs, as it is sent. */
  refs: string | Buffer;
  /** The pack for one fetch; `asked` is the request's text. */
  pack?: (asked: string) => Uint8Array | Promise<Uint8Array>;
};

/** A server that speaks the protocol as it should and says what it likes. `asked` grows with every request. */
export const playHost = async (played: Played): Promise<Listening & { asked: string[] }> => {
  const asked: string[] = [];
  const listening = await listen(async (request, response) => {
    const body = (await bodyOf(request)).toString('latin1');
    asked.push(body);
    if (request.method === 'GET') {
      response.setHeader('content-type', 'application/x-git-upload-pack-advertisement');
      return void response.end(modern);
    }
    response.setHeader('content-type', 'application/x-git-upload-pack-result');
    if (body.includes('command=ls-refs')) return void response.end(played.refs);
    response.end(banded((await played.pack?.(body)) ?? new Uint8Array()));
  });
  return { ...listening, asked };
};

export const mainAt = (id: string): string => `${pkt(`${id} refs/heads/main\n`)}0000`;

export const connect = (url: string, more: object = {}): GitHost =>
  gitHost({ url: `${url}/program.git`, branch: 'main', folder: '', ...more });

export const codeOfHead = async (host: GitHost): Promise<string> => {
  const head = await host.head(undefined, never);
  return head.ok ? 'ok' : head.error.code;
};

/** Reads head and tree: the code of the first failure, or the paths. */
export const readTree = async (host: GitHost): Promise<string> => {
  const head = await host.head(undefined, never);
  if (!head.ok) return head.error.code;
  const tree = await host.tree(head.value, never);
  return tree.ok ? tree.value.map(({ path }) => path).join(' ') : tree.error.code;
};
