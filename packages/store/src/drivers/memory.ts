import type { FileChange } from '@milepost/shared/program/program';
import { ok, type Result } from '@milepost/shared/result';
import { buildCommit } from '../git/commit.ts';
import { refuse } from '../git/git-failure.ts';
import { decodeText, encodeText } from '../git/join-bytes.ts';
import { blobId, objectId } from '../git/object-id.ts';
import type { Author, CommitMessage, GitHost, HostFailure, TreeFile } from '../git-host.ts';

type Commit = {
  id: string;
  parent: string | undefined;
  files: ReadonlyMap<string, string>;
  message: CommitMessage;
  author: Author;
};

/** A `GitHost` without a host, and the second person of a test. */
export type MemoryHost = GitHost & {
  /** Commits on top of the head, as somebody else would. */
  commit(changes: readonly FileChange[], summary: string): Promise<string>;
  /** Commits from the first to the head. */
  history(): readonly Commit[];
};

type Repository = {
  commits: Map<string, Commit>;
  texts: Map<string, string>;
  head: string;
};

const url = 'memory:';
const someone: Author = { name: 'Someone', email: 'someone@example.org' };

const withFiles = async (
  repository: Repository,
  start: ReadonlyMap<string, string>,
  changes: readonly FileChange[],
): Promise<Map<string, string>> => {
  const files = new Map(start);
  for (const { path, text } of changes) {
    files.delete(path);
    if (text === undefined) continue;
    const id = await blobId(text);
    repository.texts.set(id, text);
    files.set(path, id);
  }
  return files;
};

/** The id is Git's id of a commit whose tree is the listing: equal content on an equal parent is an equal commit. */
const makeCommit = async (
  parent: string | undefined,
  files: ReadonlyMap<string, string>,
  message: CommitMessage,
  author: Author,
  at: string,
): Promise<Commit> => {
  const listing = [...files].sort().map(([path, blob]) => `${path} ${blob}\n`);
  const tree = await blobId(listing.join(''));
  const parents = parent === undefined ? [] : [parent];
  const body = buildCommit({ tree, parents }, message, author, at);
  return { id: await objectId({ type: 'commit', body }), parent, files, message, author };
};

const historyOf = ({ commits, head }: Repository): Commit[] => {
  const found: Commit[] = [];
  for (let id: string | undefined = head; id !== undefined; ) {
    const commit = commits.get(id);
    if (commit === undefined) break;
    found.unshift(commit);
    id = commit.parent;
  }
  return found;
};

const listFiles = (commit: Commit): readonly TreeFile[] =>
  [...commit.files].sort().map(([path, blob]) => ({ path, blob }));

const readTexts = (
  repository: Repository,
  ids: readonly string[],
): Result<ReadonlyMap<string, string>, HostFailure> => {
  const texts = new Map<string, string>();
  for (const id of ids) {
    const text = repository.texts.get(id);
    if (text === undefined) return refuse('corrupt-answer', url, { detail: `no blob ${id}` });
    texts.set(id, text);
  }
  return ok(texts);
};

type Reading = Pick<GitHost, 'head' | 'tree' | 'blobs' | 'contains'>;

const readingOf = (repository: Repository): Reading => ({
  head: async (seen, signal) => {
    if (signal.aborted) return refuse('cancelled', url);
    return ok(seen === repository.head ? 'unchanged' : repository.head);
  },
  tree: async (id, signal) => {
    if (signal.aborted) return refuse('cancelled', url);
    const commit = repository.commits.get(id);
    return commit === undefined
      ? refuse('corrupt-answer', url, { detail: `no commit ${id}` })
      : ok(listFiles(commit));
  },
  blobs: async (ids, signal) =>
    signal.aborted ? refuse('cancelled', url) : readTexts(repository, ids),
  contains: async (commit, signal) =>
    signal.aborted
      ? refuse('cancelled', url)
      : ok(historyOf(repository).some(({ id }) => id === commit)),
});

const writingOf = (repository: Repository): Pick<GitHost, 'prepare' | 'push'> => ({
  prepare: async (parent, changes, message, author, at, signal) => {
    if (signal.aborted) return refuse('cancelled', url);
    const start = repository.commits.get(parent)?.files;
    if (start === undefined)
      return refuse('corrupt-answer', url, { detail: `no commit ${parent}` });
    const files = await withFiles(repository, start, changes);
    const { id } = await makeCommit(parent, files, message, author, at);
    const payload = encodeText(JSON.stringify({ files: [...files], message, author }));
    return ok({ id, parent, payload });
  },
  push: async (prepared, signal) => {
    if (signal.aborted) return refuse('cancelled', url);
    if (repository.head !== prepared.parent) return ok('moved');
    const { files, message, author } = JSON.parse(decodeText(prepared.payload));
    const { id, parent } = prepared;
    repository.commits.set(id, { id, parent, files: new Map(files), message, author });
    repository.head = id;
    return ok('pushed');
  },
});

const hostOf = (repository: Repository): MemoryHost => ({
  ...readingOf(repository),
  ...writingOf(repository),
  commitUrl: () => undefined,
  history: () => historyOf(repository),
  commit: async (changes, summary) => {
    const parent = repository.commits.get(repository.head);
    const files = await withFiles(repository, parent?.files ?? new Map(), changes);
    const at = '2026-01-01T00:00:00Z';
    const message = { summary, trailers: [] };
    const commit = await makeCommit(repository.head, files, message, someone, at);
    repository.commits.set(commit.id, commit);
    repository.head = commit.id;
    return commit.id;
  },
});

/** A program in memory with real blob ids and a linear history, for tests and the embedded example. */
export const memoryHost = async (
  files: Iterable<{ path: string; text: string }>,
): Promise<MemoryHost> => {
  const repository: Repository = { commits: new Map(), texts: new Map(), head: '' };
  const first = await withFiles(repository, new Map(), [...files]);
  const message = { summary: 'Start', trailers: [] };
  const commit = await makeCommit(undefined, first, message, someone, '2026-01-01T00:00:00Z');
  repository.commits.set(commit.id, commit);
  repository.head = commit.id;
  return hostOf(repository);
};
