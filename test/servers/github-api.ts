import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bareObjects } from './bare-objects.ts';
import { answerGraphql } from './github-graphql.ts';
import { type ApiAnswer, type ApiRequest, answerRest } from './github-rest.ts';

/** Answers in the place of the API, or lets a request through. */
export type Intercept = (
  request: ApiRequest,
) => ApiAnswer | undefined | Promise<ApiAnswer | undefined>;

export type GithubApiOptions = {
  /** A bare repository. */
  dir: string;
  requireToken?: string;
  mostEntries?: number;
  intercept?: Intercept;
};

export type GithubApi = {
  /** Address of the repository, as of a GitHub Enterprise Server. */
  url: string;
  origin: string;
  requests: ApiRequest[];
  close(): Promise<void>;
};

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
};

export const readApiRequest = async (incoming: IncomingMessage): Promise<ApiRequest> => {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v3/, ''),
    query: url.searchParams,
    headers: incoming.headers,
    body: await readBody(incoming),
  };
};

export const sendAnswer = (response: ServerResponse, answer: ApiAnswer): void => {
  // One connection per request: git runs in this process and may hold an idle one beyond its time.
  const json = { 'content-type': 'application/json; charset=utf-8', connection: 'close' };
  response.writeHead(answer.status, { ...json, ...answer.headers });
  const { body } = answer;
  response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
};

/** Serves on a free loopback port; what `handle` throws is answered with status 500. */
export const serveApi = async (
  handle: (request: ApiRequest) => Promise<ApiAnswer>,
): Promise<{ origin: string; close(): Promise<void> }> => {
  const server = createServer((incoming, response) => {
    void readApiRequest(incoming)
      .then(handle)
      .catch((error: unknown) => ({ status: 500, body: { message: String(error) } }))
      .then((answer) => sendAnswer(response, answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return { origin: `http://127.0.0.1:${port}`, close };
};

const repository = 'acme/program';

/**
 * A small stand-in for GitHub's API, ours: REST and GraphQL from one bare repository, so that the git command line can
 * look at what was done. GraphQL runs on GitHub's official schema; nothing of it was compared with GitHub itself.
 */
export const startGithubApi = async (options: GithubApiOptions): Promise<GithubApi> => {
  const { dir, requireToken, mostEntries = 100_000, intercept } = options;
  const objects = bareObjects(dir, repository);
  const requests: ApiRequest[] = [];
  const { origin, close } = await serveApi(async (request) => {
    requests.push(request);
    const instead = await intercept?.(request);
    if (instead !== undefined) return instead;
    if (requireToken !== undefined && request.headers.authorization !== `token ${requireToken}`)
      return { status: 401, body: { message: 'Bad credentials' } };
    if (request.path === '/api/graphql')
      return { status: 200, body: await answerGraphql(objects, request.body) };
    return answerRest({ objects, dir, mostEntries }, request);
  });
  return { url: `${origin}/${repository}`, origin, requests, close };
};
