import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isObjectId } from '../git/object-id.ts';
import type { Walk } from '../git/walk-folder.ts';
import type { HostFailure } from '../git-host.ts';
import { isData, readGraphql } from './ask-graphql.ts';
import type { GithubClient } from './github-client.ts';
import { readTrees, type TreeShelf } from './read-trees.ts';

/** What is known of a program folder: the trees, and which of them is the folder's at which commit. */
export type FolderShelf = { trees: TreeShelf; tops: Map<string, string> };

export const emptyFolderShelf = (): FolderShelf => ({ trees: new Map(), tops: new Map() });

const topQuery = `query ($owner: String!, $name: String!, $commit: GitObjectID!, $place: String!) {
  repository(owner: $owner, name: $name) {
    commit: object(oid: $commit) { __typename }
    top: object(expression: $place) { __typename oid }
  }
}`;

/** The tree of the folder at a commit, by GitHub's word: the API shows no chain of hashes from the commit down to it. */
const findTop = async (
  client: GithubClient,
  folder: readonly string[],
  commit: string,
  signal: AbortSignal,
): Promise<Result<string, HostFailure>> => {
  const { owner, name, graphql } = client.address;
  const place = `${commit}:${folder.join('/')}`;
  const read = await readGraphql(client, topQuery, { owner, name, commit, place }, signal);
  if (!read.ok) return read;
  const repository = isData(read.value.repository) ? read.value.repository : {};
  if (!isData(repository.commit) || repository.commit.__typename !== 'Commit')
    return refuse('corrupt-answer', graphql, { detail: `no commit ${commit}` });
  const { __typename: type, oid } = isData(repository.top) ? repository.top : {};
  return type === 'Tree' && typeof oid === 'string' && isObjectId(oid)
    ? ok(oid)
    : refuse('folder-not-found', graphql, { detail: folder.join('/') });
};

/** Commits whose folder we remember: the one an edit is made on, and a few after it. */
const mostTops = 8;

export const rememberTop = (shelf: FolderShelf, commit: string, top: string): void => {
  shelf.tops.delete(commit);
  shelf.tops.set(commit, top);
  for (const old of [...shelf.tops.keys()].slice(0, -mostTops)) shelf.tops.delete(old);
};

type Found = Result<{ walk: Walk; top: string }, HostFailure>;

const readBelow = async (
  client: GithubClient,
  shelf: FolderShelf,
  commit: string,
  top: string,
  signal: AbortSignal,
): Promise<Found> => {
  const walk = await readTrees(client, shelf.trees, top, signal);
  if (!walk.ok) return walk;
  rememberTop(shelf, commit, top);
  for (const id of shelf.trees.keys()) if (!walk.value.visited.has(id)) shelf.trees.delete(id);
  return ok({ walk: walk.value, top });
};

/** The folder at a commit: one request for its id, and one for what is below unless we hold that. */
export const readGithubFolder = async (
  client: GithubClient,
  shelf: FolderShelf,
  folder: readonly string[],
  commit: string,
  signal: AbortSignal,
): Promise<Found> => {
  const known = shelf.tops.get(commit);
  const below =
    known === undefined ? undefined : await readBelow(client, shelf, commit, known, signal);
  // What we reckoned for a commit of ours may not be what GitHub made of it: then it is asked.
  if (below?.ok === true) return below;
  const top = await findTop(client, folder, commit, signal);
  return top.ok ? readBelow(client, shelf, commit, top.value, signal) : top;
};
