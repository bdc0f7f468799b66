import type { FileChange } from '@milepost/shared/program/program';
import { ok, type Result } from '@milepost/shared/result';
import { buildCommit } from '../git/commit.ts';
import { refuse } from '../git/git-failure.ts';
import { decodeText, encodeText } from '../git/join-bytes.ts';
import { blobId, objectId } from '../git/object-id.ts';
import type { Author, CommitMessage, GitHost, HostFailure, TreeFile } from '../git-host.ts';

type Commit = {
  id: string;
  /** First the one it was made on. */
  parents: readonly string[];
  files: ReadonlyMap<string, string>;
  message: CommitMessage;
  author: Author;
};

/** A `GitHost` without a host, and the second person of a test. */
export type MemoryHost = GitHost & {
  /** Commits on top of the head, as somebody else would. */
  commit(changes: readonly FileChange[], summary: string): Promise<string>;
  /** Commits of the head's history, parents before children. */
  history(): readonly Commit[];
  /** Another branch of the same repository; it starts where this one is once something is pushed to it. */
  branch(name: string): MemoryHost;
  /** Takes a branch as a host's merge button does, or removes it. False where both sides changed one file. */
  merge(name: string): Promise<boolean>;
  remove(name: string): boolean;
};

type Repository = {
  commits: Map<string, Commit>;
  texts: Map<string, string>;
  heads: Map<string, string>;
};

/** One branch, and the one it starts from. */
type Place = { repository: Repository; name: string; from: string };

const headOf = ({ repository: { heads }, name, from }: Place): string =>
  heads.get(name) ?? heads.get(from) ?? '';

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
  parents: readonly string[],
  files: ReadonlyMap<string, string>,
  message: CommitMessage,
  author: Author,
  at: string,
): Promise<Commit> => {
  const listing = [...files].sort().map(([path, blob]) => `${path} ${blob}\n`);
  const tree = await blobId(listing.join(''));
  const body = buildCommit({ tree, parents }, message, author, at);
  return { id: await objectId({ type: 'commit', body }), parents, files, message, author };
};

const historyOf = ({ commits }: Repository, head: string): Commit[] => {
  const order: Commit[] = [];
  const seen = new Set<string>();
  const stack = [head];
  for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
    const commit = commits.get(id);
    const open = seen.has(id) ? undefined : commit?.parents.find((parent) => !seen.has(parent));
    if (open !== undefined) {
      stack.push(open);
      continue;
    }
    if (commit !== undefined && !seen.has(id)) order.push(commit);
    seen.add(id);
    stack.pop();
  }
  return order;
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

type Reading = Pick<GitHost, 'head' | 'tree' | 'blobs' | 'contains' | 'authorsBetween'>;

const readingOf = (place: Place, repository = place.repository): Reading => ({
  head: async (seen, signal) => {
    if (signal.aborted) return refuse('cancelled', url);
    const head = headOf(place);
    return ok(seen === head ? 'unchanged' : head);
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
      : ok(historyOf(repository, headOf(place)).some(({ id }) => id === commit)),
  authorsBetween: async (from, to, signal) => {
    if (signal.aborted) return refuse('cancelled', url);
    const old = new Set(historyOf(repository, from).map(({ id }) => id));
    const newer = historyOf(repository, to).filter(({ id }) => !old.has(id));
    const authors = newer.toReversed().map(({ author }) => [author.email, author] as const);
    return ok([...new Map(authors).values()]);
  },
});

type Writing = Pick<GitHost, 'prepare' | 'push' | 'canMerge'>;

const writingOf = (place: Place, repository = place.repository): Writing => ({
  canMerge: true,
  prepare: async (parent, changes, message, author, at, signal, over) => {
    if (signal.aborted) return refuse('cancelled', url);
    const start = repository.commits.get(parent)?.files;
    if (start === undefined)
      return refuse('corrupt-answer', url, { detail: `no commit ${parent}` });
    const files = await withFiles(repository, start, changes);
    const parents = over === undefined ? [parent] : [parent, over];
    const { id } = await makeCommit(parents, files, message, author, at);
    const payload = encodeText(JSON.stringify({ parents, files: [...files], message, author }));
    return ok({ id, parent: over ?? parent, payload });
  },
  push: async (prepared, signal) => {
    if (signal.aborted) return refuse('cancelled', url);
    if (headOf(place) !== prepared.parent) return ok('moved');
    const { parents, files, message, author } = JSON.parse(decodeText(prepared.payload));
    const { id } = prepared;
    repository.commits.set(id, { id, parents, files: new Map(files), message, author });
    repository.heads.set(place.name, id);
    return ok('pushed');
  },
});

const commitAs = async (
  place: Place,
  parents: readonly string[],
  changes: readonly FileChange[],
  summary: string,
): Promise<string> => {
  const { repository, name } = place;
  const start = repository.commits.get(parents[0] ?? '')?.files ?? new Map();
  const files = await withFiles(repository, start, changes);
  const message = { summary, trailers: [] };
  const commit = await makeCommit(parents, files, message, someone, '2026-01-01T00:00:00Z');
  repository.commits.set(commit.id, commit);
  repository.heads.set(name, commit.id);
  return commit.id;
};

/** Takes over what the branch changed since it left this one, whole files; false when one of them changed here too. */
const mergeInto = async (place: Place, name: string): Promise<boolean> => {
  const { repository } = place;
  const [mine, theirs] = [headOf(place), repository.heads.get(name)];
  if (theirs === undefined) return false;
  const known = new Set(historyOf(repository, mine).map(({ id }) => id));
  if (known.has(theirs)) return false;
  const base = historyOf(repository, theirs).findLast(({ id }) => known.has(id));
  const next = repository.commits.get(theirs)?.files ?? new Map<string, string>();
  const changes = [...next]
    .filter(([path, blob]) => base?.files.get(path) !== blob)
    .map(([path, blob]) => ({ path, text: repository.texts.get(blob) }));
  const here = repository.commits.get(mine)?.files;
  if (changes.some(({ path }) => here?.get(path) !== base?.files.get(path))) return false;
  await commitAs(place, [mine, theirs], changes, `Merge ${name}`);
  return true;
};

const hostOf = (place: Place): MemoryHost => ({
  ...readingOf(place),
  ...writingOf(place),
  commitUrl: () => undefined,
  history: () => historyOf(place.repository, headOf(place)),
  commit: (changes, summary) => commitAs(place, [headOf(place)], changes, summary),
  branch: (name) => hostOf({ repository: place.repository, name, from: place.name }),
  merge: (name) => mergeInto(place, name),
  remove: (name) => place.repository.heads.delete(name),
});

/** A program in memory with real blob ids and real history, for tests and the embedded example. */
export const memoryHost = async (
  files: Iterable<{ path: string; text: string }>,
): Promise<MemoryHost> => {
  const repository: Repository = { commits: new Map(), texts: new Map(), heads: new Map() };
  const place = { repository, name: 'main', from: 'main' };
  await commitAs(place, [], [...files], 'Start');
  return hostOf(place);
};
