import { createEmulator } from 'emulate';
import { serveApi } from './github-api.ts';
import { answerGraphql } from './github-graphql.ts';
import type { CommitWish, GithubObject, GithubObjects } from './github-objects.ts';
import type { ApiAnswer, ApiRequest } from './github-rest.ts';

type Call = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; data: Data }>;
type Data = {
  sha: string;
  content: string;
  tree: { sha: string; path: string; type: GithubObject['type'] }[] & { sha: string };
  object: { sha: string };
};

const token = 'emulated';
const repository = 'acme/program';

const callerOf =
  (base: string): Call =>
  async (method, path, body) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, data: (await response.json()) as Data };
  };

const findById = async (call: Call, id: string): Promise<GithubObject | undefined> => {
  const blob = await call('GET', `/git/blobs/${id}`);
  if (blob.status === 200)
    return { type: 'blob', id, body: Buffer.from(blob.data.content, 'base64') };
  const commit = await call('GET', `/git/commits/${id}`);
  if (commit.status === 200) return { type: 'commit', id, body: Buffer.alloc(0) };
  const tree = await call('GET', `/git/trees/${id}`);
  return tree.status === 200 ? { type: 'tree', id, body: Buffer.alloc(0) } : undefined;
};

const findAt = async (call: Call, commit: string, path: string) => {
  const start = await call('GET', `/git/commits/${commit}`);
  if (start.status !== 200) return undefined;
  let found = { sha: start.data.tree.sha, type: 'tree' as GithubObject['type'] };
  for (const name of path.split('/').filter((part) => part !== '')) {
    const { data } = await call('GET', `/git/trees/${found.sha}`);
    const entry = data.tree.find((one) => one.path === name);
    if (entry === undefined) return undefined;
    found = entry;
  }
  return { type: found.type, id: found.sha, body: Buffer.alloc(0) };
};

const makeCommit = async (call: Call, wish: CommitWish): Promise<string | 'moved'> => {
  const { data: head } = await call('GET', `/git/ref/heads/${wish.branch}`);
  if (head.object.sha !== wish.parent) return 'moved';
  const { data: parent } = await call('GET', `/git/commits/${wish.parent}`);
  const file = { mode: '100644', type: 'blob' };
  const entries = [];
  for (const { path, contents } of wish.additions) {
    const content = contents.toString('base64');
    const { data: blob } = await call('POST', '/git/blobs', { content, encoding: 'base64' });
    entries.push({ ...file, path, sha: blob.sha });
  }
  for (const path of wish.deletions) entries.push({ ...file, path, sha: null });
  const tree = await call('POST', '/git/trees', { base_tree: parent.tree.sha, tree: entries });
  const order = { message: wish.message, tree: tree.data.sha, parents: [wish.parent] };
  const { data: made } = await call('POST', '/git/commits', order);
  const ref = `/git/refs/heads/${wish.branch}`;
  const updated = await call('PATCH', ref, { sha: made.sha, force: false });
  return updated.status === 200 ? made.sha : 'moved';
};

const emulatedObjects = (call: Call): GithubObjects => ({
  repository,
  find: (name) => {
    const [commit = '', path] = name.split(':');
    return path === undefined ? findById(call, commit) : findAt(call, commit, path);
  },
  head: async (branch) => {
    const { status, data } = await call('GET', `/git/ref/heads/${branch}`);
    return status === 200 ? data.object.sha : undefined;
  },
  commit: (wish) => makeCommit(call, wish),
});

const passOn = async (url: string, request: ApiRequest): Promise<ApiAnswer> => {
  const { method, path, query, body, headers } = request;
  const response = await fetch(`${url}${path}?${query}`, {
    method,
    headers: {
      authorization: String(headers.authorization),
      accept: String(headers.accept),
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const type = response.headers.get('content-type') ?? 'text/plain';
  return {
    status: response.status,
    headers: { 'content-type': type },
    body: await response.text(),
  };
};

/** GitHub's REST API played by somebody else's emulator, with our GraphQL in front, which acts through that REST. */
export type EmulatedGithub = {
  url: string;
  token: string;
  objects: GithubObjects;
  call: Call;
  close(): Promise<void>;
};

export const startEmulatedGithub = async (): Promise<EmulatedGithub> => {
  const [owner = '', name = ''] = repository.split('/');
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      github: { users: [{ login: owner }], repos: [{ owner, name, auto_init: true }] },
      tokens: { [token]: { login: owner, scopes: ['repo'] } },
    },
  });
  const url = emulator.url.replace('localhost', '127.0.0.1');
  const call = callerOf(`${url}/repos/${repository}`);
  const objects = emulatedObjects(call);
  const { origin, close } = await serveApi(async (request) =>
    request.path === '/api/graphql'
      ? { status: 200, body: await answerGraphql(objects, request.body) }
      : passOn(url, request),
  );
  return {
    url: `${origin}/${repository}`,
    token,
    objects,
    call,
    close: async () => {
      await close();
      await emulator.close();
    },
  };
};
