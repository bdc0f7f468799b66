import { fail, ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isObjectId, objectId } from '../git/object-id.ts';
import { buildTree, makeEntry, type TreeEntry } from '../git/tree.ts';
import { type Walk, walkFolder } from '../git/walk-folder.ts';
import type { HostFailure } from '../git-host.ts';
import { isData } from './ask-graphql.ts';
import { ask, type GithubClient } from './github-client.ts';

/** Tree objects by id, byte for byte as Git has them, each one hashed. */
export type TreeShelf = Map<string, Uint8Array>;

type Item = { path: string; mode: string; id: string };
type Listing = { items: readonly Item[]; truncated: boolean };

const toItem = (value: unknown): Item | undefined => {
  const { path, mode, sha } = isData(value) ? value : {};
  if (typeof path !== 'string' || typeof mode !== 'string' || typeof sha !== 'string')
    return undefined;
  if (!isObjectId(sha) || !/^[0-7]{5,6}$/.test(mode)) return undefined;
  // GitHub writes a folder's mode with six digits, Git with five.
  return { path, mode: mode.replace(/^0/, ''), id: sha };
};

const fetchListing = async (
  client: GithubClient,
  id: string,
  recursive: boolean,
  signal: AbortSignal,
): Promise<Result<Listing, HostFailure>> => {
  const { owner, name, rest } = client.address;
  const deep = recursive ? { recursive: '1' } : {};
  const asked = await ask<unknown>(client, ['contents=read'], signal, (octokit, parts) =>
    octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      owner,
      repo: name,
      tree_sha: id,
      ...deep,
      ...parts,
    }),
  );
  if (!asked.ok) return asked;
  const { tree, truncated } = isData(asked.value.data) ? asked.value.data : {};
  const items = Array.isArray(tree) ? tree.map(toItem) : [undefined];
  return items.includes(undefined)
    ? refuse('corrupt-answer', rest, { detail: `tree ${id}` })
    : ok({
        items: items.filter((item): item is Item => item !== undefined),
        truncated: truncated === true,
      });
};

/** The trees of a listing: that of the top under '', those below under their path. */
const splitListing = (id: string, items: readonly Item[], recursive: boolean) => {
  const trees = new Map<string, { id: string; entries: TreeEntry[] }>([['', { id, entries: [] }]]);
  if (recursive)
    for (const item of items)
      if (item.mode === '40000') trees.set(item.path, { id: item.id, entries: [] });
  for (const { path, mode, id: entry } of items) {
    const cut = path.lastIndexOf('/');
    const parent = trees.get(cut < 0 ? '' : path.slice(0, cut));
    parent?.entries.push(makeEntry(mode, path.slice(cut + 1), entry));
  }
  return trees.values();
};

/** Puts a listing's trees on the shelf; false when one of them is not what its id says. */
const shelve = async (
  shelf: TreeShelf,
  id: string,
  { items }: Listing,
  recursive: boolean,
): Promise<boolean> => {
  for (const tree of splitListing(id, items, recursive)) {
    const body = buildTree(tree.entries);
    if ((await objectId({ type: 'tree', body })) !== tree.id) return false;
    shelf.set(tree.id, body);
  }
  return true;
};

const fetchTree = async (
  client: GithubClient,
  shelf: TreeShelf,
  id: string,
  recursive: boolean,
  signal: AbortSignal,
): Promise<Result<'whole' | 'truncated', HostFailure>> => {
  const { rest } = client.address;
  const listing = await fetchListing(client, id, recursive, signal);
  if (!listing.ok) return listing;
  if (listing.value.truncated) return ok('truncated');
  return (await shelve(shelf, id, listing.value, recursive))
    ? ok('whole')
    : refuse('corrupt-answer', rest, { detail: `tree ${id} is another one` });
};

/** Truncated even by itself: more entries in one folder than GitHub lists. */
const tooLarge = (client: GithubClient, id: string) =>
  fail<HostFailure>({ code: 'too-large', url: client.address.rest, detail: `tree ${id}` });

/** One tree with everything below it, or alone when that is more than GitHub sends at once. */
const fetchDeep = async (
  client: GithubClient,
  shelf: TreeShelf,
  id: string,
  recursive: boolean,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  const first = await fetchTree(client, shelf, id, recursive, signal);
  if (!first.ok) return first;
  if (first.value === 'whole') return ok(undefined);
  const alone = recursive ? await fetchTree(client, shelf, id, false, signal) : first;
  if (!alone.ok) return alone;
  return alone.value === 'whole' ? ok(undefined) : tooLarge(client, id);
};

/** Changed folders fetched one by one; when more are missing the whole is one request. */
const mostSingle = 8;
const mostRounds = 24;

/** How the next round asks: `deep` with everything below, `whole` once already. */
type Plan = { ids: readonly string[]; deep: boolean; whole: boolean };

const planRound = (root: string, missing: readonly string[], before: Plan): Plan => {
  const whole = !before.whole && missing.length > mostSingle;
  const ids = whole ? [root] : missing;
  return { ids, deep: before.deep || whole, whole: before.whole || whole };
};

const fetchAll = async (
  client: GithubClient,
  shelf: TreeShelf,
  { ids, deep }: Plan,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  for (const id of ids) {
    const done = await fetchDeep(client, shelf, id, deep, signal);
    if (!done.ok) return done;
  }
  return ok(undefined);
};

/**
 * Everything below a tree. Folders that are on the shelf are not asked for again; a truncated answer is walked folder by
 * folder. Every tree is rebuilt from its listing and checked against its id.
 */
export const readTrees = async (
  client: GithubClient,
  shelf: TreeShelf,
  root: string,
  signal: AbortSignal,
): Promise<Result<Walk, HostFailure>> => {
  const { rest } = client.address;
  const isFirst = shelf.size === 0;
  let plan: Plan = { ids: [], deep: isFirst, whole: isFirst };
  for (let round = 0; round < mostRounds; round += 1) {
    const walk = walkFolder((id) => shelf.get(id), root, []);
    if (typeof walk === 'string') return refuse(walk, rest);
    if (walk.missingBelow.length === 0) return ok(walk);
    plan = planRound(root, walk.missingBelow, plan);
    const done = await fetchAll(client, shelf, plan, signal);
    if (!done.ok) return done;
  }
  return refuse('corrupt-answer', rest, { detail: 'trees keep missing' });
};
