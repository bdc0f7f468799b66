import { type CommitLinks, parseCommit } from './commit.ts';
import type { GitObject } from './object-id.ts';
import type { Walk } from './walk-folder.ts';

/** The trees of the newest commit read; kept between lives of a client, it makes the next read a small delta. */
export type TreeSnapshot = { commit: string; tree: string; trees: ReadonlyMap<string, Uint8Array> };

/** Where a snapshot is kept. Losing it costs bytes, never correctness. */
export type SnapshotCache = {
  load(): Promise<TreeSnapshot | undefined>;
  save(snapshot: TreeSnapshot): Promise<void>;
};

/** Objects of one repository we hold at the moment. */
export type ObjectShelf = {
  commits: Map<string, CommitLinks>;
  trees: Map<string, Uint8Array>;
  /** Blobs that came along in packs that could not be filtered. */
  blobs: Map<string, Uint8Array>;
  /** The commit whose trees we hold whole. */
  newest: string | undefined;
  restored: boolean;
  /** Bytes that came since the last whole walk: a host that sends and sends fills no more than this may say. */
  received: number;
};

export const emptyShelf = (): ObjectShelf => ({
  commits: new Map(),
  trees: new Map(),
  blobs: new Map(),
  newest: undefined,
  restored: false,
  received: 0,
});

/** Puts everything away; the snapshot of the last whole walk is read again when it is needed. */
export const clearShelf = (shelf: ObjectShelf): void => {
  Object.assign(shelf, emptyShelf());
};

/** Fills an untouched shelf from the snapshot of an earlier life. */
export const restoreShelf = async (
  shelf: ObjectShelf,
  snapshots: SnapshotCache | undefined,
): Promise<void> => {
  if (shelf.restored) return;
  shelf.restored = true;
  const snapshot = await snapshots?.load();
  if (snapshot === undefined) return;
  shelf.newest = snapshot.commit;
  shelf.commits.set(snapshot.commit, { tree: snapshot.tree, parents: [] });
  for (const [id, body] of snapshot.trees) shelf.trees.set(id, body);
};

export const putOnShelf = (
  shelf: ObjectShelf,
  objects: Iterable<readonly [string, GitObject]>,
): void => {
  for (const [id, object] of objects) {
    shelf.received += object.body.length;
    if (object.type === 'tree') shelf.trees.set(id, object.body);
    if (object.type === 'blob') shelf.blobs.set(id, object.body);
    const links = object.type === 'commit' ? parseCommit(object.body) : undefined;
    if (links !== undefined) shelf.commits.set(id, links);
  }
};

const dropUnless = (map: Map<string, unknown>, isKept: (id: string) => boolean): void => {
  for (const id of map.keys()) if (!isKept(id)) map.delete(id);
};

/** Drops what the newest walk did not use, and keeps the rest for the next life. */
export const tidyShelf = async (
  shelf: ObjectShelf,
  commit: string,
  walk: Walk,
  snapshots: SnapshotCache | undefined,
): Promise<void> => {
  const files = new Set(walk.files.map((file) => file.blob));
  const tree = shelf.commits.get(commit)?.tree;
  dropUnless(shelf.trees, (id) => walk.visited.has(id));
  dropUnless(shelf.blobs, (id) => files.has(id));
  dropUnless(shelf.commits, (id) => id === commit);
  shelf.received = 0;
  const isNew = shelf.newest !== commit;
  shelf.newest = commit;
  if (isNew && tree !== undefined)
    await snapshots?.save({ commit, tree, trees: new Map(shelf.trees) });
};
