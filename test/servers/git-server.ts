import { execFileSync, spawn } from 'node:child_process';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type GitHandlerOptions = {
  /** Folder that holds the bare repositories. */
  root: string;
  /** Password that Basic authentication must carry; any user name goes. Nobody is asked without it. */
  requireToken?: string;
  /** Only writing needs the token. */
  publicRead?: boolean;
};

export type GitServer = { url: string; close(): Promise<void> };

const backend = () =>
  `${execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()}/git-http-backend`;

const tokenOf = (request: IncomingMessage): string | undefined => {
  const [scheme, value] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || value === undefined) return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
};

const isWrite = (url: URL): boolean =>
  url.pathname.endsWith('/git-receive-pack') ||
  url.searchParams.get('service') === 'git-receive-pack';

const environment = (request: IncomingMessage, url: URL, root: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_PROJECT_ROOT: root,
  GIT_HTTP_EXPORT_ALL: '1',
  REQUEST_METHOD: request.method,
  PATH_INFO: decodeURIComponent(url.pathname),
  QUERY_STRING: url.search.slice(1),
  CONTENT_TYPE: request.headers['content-type'] ?? '',
  CONTENT_LENGTH: request.headers['content-length'],
  HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
  GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
  REMOTE_USER: 'tester',
  REMOTE_ADDR: '127.0.0.1',
});

/** Writes the CGI head (RFC 3875) as an HTTP head and returns what of the body came with it. */
const writeHead = (response: ServerResponse, head: string): void => {
  let status = 200;
  for (const line of head.split('\r\n')) {
    const at = line.indexOf(':');
    const [key, value] = [line.slice(0, at), line.slice(at + 1).trim()];
    if (key.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else if (at > 0) response.setHeader(key, value);
  }
  response.statusCode = status;
};

const runBackend = (
  request: IncomingMessage,
  response: ServerResponse,
  env: NodeJS.ProcessEnv,
): void => {
  const child = spawn(backend(), { env, stdio: ['pipe', 'pipe', 'ignore'] });
  let pending: Buffer | undefined = Buffer.alloc(0);
  request.pipe(child.stdin);
  // The backend may refuse before it has read everything.
  child.stdin.on('error', () => request.unpipe(child.stdin));
  child.stdout.on('data', (chunk: Buffer) => {
    if (pending === undefined) return void response.write(chunk);
    pending = Buffer.concat([pending, chunk]);
    const end = pending.indexOf('\r\n\r\n');
    if (end < 0) return;
    writeHead(response, pending.subarray(0, end).toString('latin1'));
    response.write(pending.subarray(end + 4));
    pending = undefined;
  });
  child.on('error', () => response.destroy());
  child.on('close', () => {
    if (pending !== undefined) response.statusCode = 500;
    response.end();
  });
  response.on('close', () => child.kill());
};

/** Real `git http-backend` as a request listener: mount it in any Node HTTP server. */
export const createGitHandler =
  ({ root, requireToken, publicRead }: GitHandlerOptions): RequestListener =>
  (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const isOpen = requireToken === undefined || (publicRead === true && !isWrite(url));
    if (!isOpen && tokenOf(request) !== requireToken) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' });
      response.end('Authentication required\n');
      return;
    }
    runBackend(request, response, environment(request, url, root));
  };

/** Serves repositories on a free loopback port. */
export const startGitServer = async (
  options: GitHandlerOptions & {
    tls?: { key: string; cert: string };
    wrap?: (git: RequestListener) => RequestListener;
  },
): Promise<GitServer> => {
  const handler = createGitHandler(options);
  const listener = options.wrap?.(handler) ?? handler;
  const server =
    options.tls === undefined ? createServer(listener) : createSecureServer(options.tls, listener);
  // Tests run git in this process: an idle connection may wait longer than the usual five seconds.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const scheme = options.tls === undefined ? 'http' : 'https';
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
};
