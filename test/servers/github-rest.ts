import { execFileSync, spawnSync } from 'node:child_process';
import type { GithubObjects } from './github-objects.ts';

export type ApiRequest = {
  method: string;
  /** Below the REST base, without the query. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
};

export type ApiAnswer = { status: number; headers?: Record<string, string>; body?: unknown };

export type RestOptions = {
  objects: GithubObjects;
  /** The bare repository behind `objects`. */
  dir: string;
  /** Entries one recursive listing holds at most; GitHub's limit is 100,000. */
  mostEntries: number;
};

const notFound: ApiAnswer = { status: 404, body: { message: 'Not Found' } };

type Route = (options: RestOptions, request: ApiRequest, rest: string) => Promise<ApiAnswer>;

/** The bare id, conditional on it: what the media type `sha` is for. */
const head: Route = async ({ objects }, { headers }, ref) => {
  const id = await objects.head(ref.replace(/^heads\//, ''));
  if (id === undefined)
    return { status: 422, body: { message: `No commit found for SHA: ${ref}` } };
  const etag = `"${id}"`;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  const type = 'application/vnd.github.v3.sha; charset=utf-8';
  return { status: 200, headers: { etag, 'content-type': type }, body: id };
};

const toEntry = (line: string) => {
  const [facts = '', path = ''] = line.split('\t');
  const [mode = '', type = '', sha = '', size = ''] = facts.split(/ +/);
  return { path, mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) };
};

const tree: Route = async ({ dir, mostEntries }, { query }, id) => {
  const deep = query.has('recursive') ? ['-r', '-t'] : [];
  const listed = spawnSync('git', ['-C', dir, 'ls-tree', '-l', '-z', ...deep, id], {
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (listed.status !== 0) return notFound;
  const entries = listed.stdout
    .split('\0')
    .filter((line) => line !== '')
    .map(toEntry);
  const truncated = deep.length > 0 && entries.length > mostEntries;
  return {
    status: 200,
    body: { sha: id, tree: truncated ? entries.slice(0, mostEntries) : entries, truncated },
  };
};

const blob: Route = async ({ objects }, _request, id) => {
  const object = await objects.find(id);
  if (object?.type !== 'blob') return notFound;
  const content = object.body.toString('base64').replace(/.{60}/g, '$&\n');
  return {
    status: 200,
    body: { sha: id, size: object.body.length, encoding: 'base64', content },
  };
};

const format = '%H%x00%an%x00%ae%x00%B%x01';

const toCommit = (text: string) => {
  const [sha = '', name = '', email = '', message = ''] = text.trimStart().split('\0');
  return { sha, commit: { message: message.trim(), author: { name, email } } };
};

const compare: Route = async ({ dir, objects }, { query }, basehead) => {
  const [base = '', tip = ''] = basehead.split('...');
  const known = await Promise.all([base, tip].map((name) => objects.find(name)));
  if (known.some((object) => object?.type !== 'commit')) return notFound;
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8' });
  const log = git('log', '--reverse', `--format=${format}`, `${base}..${tip}`);
  const ahead = log
    .split('\u0001')
    .filter((text) => text.trim() !== '')
    .map(toCommit);
  const behind = Number(git('rev-list', '--count', `${tip}..${base}`));
  const per = Number(query.get('per_page') ?? 250);
  const from = (Number(query.get('page') ?? 1) - 1) * per;
  const sides = [ahead.length > 0 ? 'ahead' : '', behind > 0 ? 'behind' : ''].filter(Boolean);
  const status = sides.length === 2 ? 'diverged' : (sides[0] ?? 'identical');
  const commits = ahead.slice(from, from + per);
  return { status: 200, body: { status, total_commits: ahead.length, commits } };
};

const makeRef: Route = async ({ dir }, { body }) => {
  const { ref, sha } = body as { ref: string; sha: string };
  const made = spawnSync('git', ['-C', dir, 'update-ref', ref, sha, '0'.repeat(40)]);
  return made.status === 0
    ? { status: 201, body: { ref, object: { type: 'commit', sha } } }
    : { status: 422, body: { message: 'Reference already exists' } };
};

const routes: readonly (readonly [string, string, Route])[] = [
  ['GET', '/commits/', head],
  ['GET', '/git/trees/', tree],
  ['GET', '/git/blobs/', blob],
  ['GET', '/compare/', compare],
  ['POST', '/git/refs', makeRef],
];

/** A stand-in for the few REST calls of the store, answered from a bare repository. */
export const answerRest = async (options: RestOptions, request: ApiRequest): Promise<ApiAnswer> => {
  const base = `/repos/${options.objects.repository}`;
  if (request.path === base)
    return { status: 200, body: { full_name: options.objects.repository } };
  for (const [method, start, route] of routes)
    if (request.method === method && request.path.startsWith(base + start))
      return route(options, request, request.path.slice((base + start).length));
  return notFound;
};
