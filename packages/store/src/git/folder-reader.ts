import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { type FetchWants, fetchObjects, isNotOurRef } from './fetch-objects.ts';
import { refuse } from './git-failure.ts';
import type { GitTransport } from './git-transport.ts';
import type { GitObject } from './object-id.ts';
import {
  clearShelf,
  type ObjectShelf,
  putOnShelf,
  restoreShelf,
  type SnapshotCache,
  tidyShelf,
} from './object-shelf.ts';
import type { Capabilities } from './read-capabilities.ts';
import type { Unpacked } from './read-pack.ts';
import { type Walk, walkFolder } from './walk-folder.ts';

/** What reading a folder needs of its surroundings. */
export type ReaderContext = {
  transport: GitTransport;
  shelf: ObjectShelf;
  snapshots: SnapshotCache | undefined;
  folder: readonly string[];
  can: Capabilities;
};

type Fetched = Result<Unpacked, HostFailure>;

/** Rounds of asking for trees that are still missing; each goes at least one level down. */
const mostRounds = 24;

/** Bytes of objects one read may bring in all its rounds. */
const mostReceived = 256 * 1024 * 1024;
/** Bytes that may stay for another try after a read that failed. */
const mostLeftOver = 32 * 1024 * 1024;

const fetchInto = async (
  { transport, shelf }: ReaderContext,
  wants: FetchWants,
  signal: AbortSignal,
): Promise<Fetched> => {
  const baseOf = (id: string): GitObject | undefined => {
    const [tree, blob] = [shelf.trees.get(id), shelf.blobs.get(id)];
    if (tree !== undefined) return { type: 'tree', body: tree };
    return blob === undefined ? undefined : { type: 'blob', body: blob };
  };
  const fetched = await fetchObjects(transport, { ...wants, baseOf }, signal);
  if (fetched.ok) putOnShelf(shelf, fetched.value.objects);
  return shelf.received > mostReceived
    ? refuse('too-large', transport.url, { detail: 'objects nobody asked for' })
    : fetched;
};

const depthOf = (can: Capabilities) => (can.shallow ? 1 : undefined);

const fetchWhole = (context: ReaderContext, commit: string, signal: AbortSignal) =>
  fetchInto(context, { wants: [commit], depth: depthOf(context.can) }, signal);

/** On a commit we hold, the server knows what is new; without one, tree by tree down to a folder is least. */
const filterFor = ({ can, folder }: ReaderContext, haves: readonly string[]) => {
  if (!can.filter) return undefined;
  return haves.length > 0 || folder.length === 0 ? 'blob:none' : 'tree:0';
};

const fetchCommit = async (
  context: ReaderContext,
  commit: string,
  signal: AbortSignal,
): Promise<Fetched> => {
  const { can, shelf } = context;
  const depth = depthOf(can);
  const haves = shelf.newest === undefined || !can.shallow ? [] : [shelf.newest];
  const filter = filterFor(context, haves);
  const fetched = await fetchInto(context, { wants: [commit], haves, filter, depth }, signal);
  if ((fetched.ok && shelf.commits.has(commit)) || haves.length === 0) return fetched;
  if (!fetched.ok && fetched.error.code !== 'host-error') return fetched;
  // A server that lost the commit we built on answers an error or a pack without its base: ask plainly.
  if (!can.filter) return fetchWhole(context, commit, signal);
  return fetchInto(context, { wants: [commit], filter: 'tree:0', depth }, signal);
};

const fetchMissing = async (
  context: ReaderContext,
  commit: string,
  walk: Walk,
  signal: AbortSignal,
): Promise<Fetched> => {
  if (!context.can.filter) return fetchWhole(context, commit, signal);
  const above = walk.missingAbove.length > 0;
  const wants = above ? walk.missingAbove : walk.missingBelow;
  const filter = above ? 'tree:0' : 'blob:none';
  const fetched = await fetchInto(context, { wants, filter }, signal);
  return !fetched.ok && isNotOurRef(fetched.error) ? fetchWhole(context, commit, signal) : fetched;
};

const firstMissing = (walk: Walk): string | undefined =>
  walk.missingAbove[0] ?? walk.missingBelow[0];

const walkCompletely = async (
  context: ReaderContext,
  commit: string,
  tree: string,
  signal: AbortSignal,
): Promise<Result<Walk, HostFailure>> => {
  const { transport, shelf, folder } = context;
  for (let round = 0; round < mostRounds; round += 1) {
    const walk = walkFolder((id) => shelf.trees.get(id), tree, folder);
    if (typeof walk === 'string') return refuse(walk, transport.url, { detail: folder.join('/') });
    const missing = firstMissing(walk);
    if (missing === undefined) return ok(walk);
    const fetched = await fetchMissing(context, commit, walk, signal);
    if (!fetched.ok) return fetched;
    if (!shelf.trees.has(missing))
      return refuse('corrupt-answer', transport.url, { detail: `no tree ${missing}` });
  }
  return refuse('corrupt-answer', transport.url, { detail: 'trees keep missing' });
};

/** What a failed read brought is kept only where it may be honest and is little. */
const leaveOver = (shelf: ObjectShelf, { code }: HostFailure): void => {
  const isBad = code === 'corrupt-answer' || code === 'too-large';
  if (isBad || shelf.received > mostLeftOver) clearShelf(shelf);
};

type FolderRead = Result<{ walk: Walk; tree: string }, HostFailure>;

const readAndWalk = async (
  context: ReaderContext,
  commit: string,
  signal: AbortSignal,
): Promise<FolderRead> => {
  const { shelf, snapshots, transport } = context;
  await restoreShelf(shelf, snapshots);
  if (!shelf.commits.has(commit)) {
    const fetched = await fetchCommit(context, commit, signal);
    if (!fetched.ok) return fetched;
  }
  const tree = shelf.commits.get(commit)?.tree;
  if (tree === undefined)
    return refuse('corrupt-answer', transport.url, { detail: `no commit ${commit}` });
  const walk = await walkCompletely(context, commit, tree, signal);
  if (!walk.ok) return walk;
  await tidyShelf(shelf, commit, walk.value, snapshots);
  return ok({ walk: walk.value, tree });
};

/**
 * Trees of the folder at a commit: from the shelf, else with the commit as a delta on the newest we hold, else tree by
 * tree down to the folder; a server without `filter` gives its whole last commit, and what is new in each later one.
 * The root tree's id comes along.
 */
export const readFolder = async (
  context: ReaderContext,
  commit: string,
  signal: AbortSignal,
): Promise<FolderRead> => {
  const read = await readAndWalk(context, commit, signal);
  if (!read.ok) leaveOver(context.shelf, read.error);
  return read;
};
