import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificate } from './certificate.ts';
import { answerGithub, answerGithubAssets } from './github-site.ts';
import { answerJiraApi } from './jira-api.ts';
import { answerJira, answerJiraDataCenter } from './jira-site.ts';
import { type JiraState, makeJiraState } from './jira-state.ts';
import { notFound, type Page } from './page.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type SeenRequest = {
  host: string;
  /** Path with its query. */
  path: string;
  method: string;
  headers: IncomingHttpHeaders;
};

export type PageServerOptions = {
  /** Answers every request of Git's smart HTTP, on any host: a real `git http-backend`. */
  git?: Handler;
  /** Answers api.github.com; without it every call is a 404. */
  api?: Handler;
  /**
   * Milliseconds until a stylesheet comes, as over a real network: a browser paints nothing before,
   * so that what a page is about can be read before its first paint. At once when not given.
   */
  styleDelay?: number;
};

export type PageServer = {
  port: number;
  /** Every request so far, oldest first. */
  seen: SeenRequest[];
  /** The Jira site's issues, links and whether its API is up. */
  jira: JiraState;
  /** Serves a page of the test's own at an address, before all others. */
  setPage(url: string, page: Page): void;
  close(): Promise<void>;
};

type Sites = PageServerOptions & { jira: JiraState; own: Map<string, Page> };

const GIT_PATH =
  /^(\/[^?]+?)(?:\.git)?(\/(?:info\/refs\?service=|git-upload-pack|git-receive-pack).*)$/;

/** A Git host takes a repository's address with and without `.git`; the folder on disk has it. */
function gitPath(path: string): string | undefined {
  const [, repository, service] = GIT_PATH.exec(path) ?? [];
  return repository && service ? `${repository}.git${service}` : undefined;
}

function answer(sites: Sites, seen: SeenRequest, body: string): Page {
  const { host, path, method } = seen;
  const own = sites.own.get(`https://${host}${path}`);
  if (own) return own;
  if (host === 'github.com') return answerGithub(path);
  if (host.endsWith('.githubassets.com') || host.endsWith('.githubusercontent.com'))
    return answerGithubAssets(path);
  if (host === 'jira.acme.test') return answerJiraDataCenter(path);
  if (!host.endsWith('.atlassian.net')) return notFound;
  if (!path.startsWith('/rest/')) return answerJira(sites.jira, path);
  return answerJiraApi(sites.jira, method, new URL(path, `https://${host}`), body);
}

async function serve(
  sites: Sites,
  seen: SeenRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const git = gitPath(seen.path);
  if (git && sites.git) {
    request.url = git;
    return sites.git(request, response);
  }
  if (seen.host === 'api.github.com' && sites.api) return sites.api(request, response);
  const page = answer(sites, seen, await text(request));
  if (page.type === 'text/css' && sites.styleDelay) await sleep(sites.styleDelay);
  response.writeHead(page.status, { 'content-type': page.type, ...page.headers });
  response.end(page.body);
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** One local HTTPS server that plays every outside host, told apart by the Host header. Listens on 127.0.0.1. */
export async function startPageServer(options: PageServerOptions = {}): Promise<PageServer> {
  const sites: Sites = { ...options, jira: makeJiraState(), own: new Map() };
  const seen: SeenRequest[] = [];
  const server = createServer(makeCertificate(), (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const entry = {
      host,
      path: request.url ?? '/',
      method: request.method ?? 'GET',
      headers: request.headers,
    };
    seen.push(entry);
    serve(sites, entry, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    jira: sites.jira,
    setPage: (url, page) => void sites.own.set(url, page),
    close: () => closeServer(server),
  };
}
