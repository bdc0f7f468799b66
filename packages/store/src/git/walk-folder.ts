import type { TreeFile } from '../git-host.ts';
import { isFile, isFolder, isSafeName, parseTree, type TreeEntry } from './tree.ts';

/** What a walk from the root to and through the program folder found. */
export type Walk = {
  files: readonly TreeFile[];
  /** Trees used, those above the folder first. */
  visited: ReadonlySet<string>;
  /** Trees we do not hold: `above` and at the folder's own top; everything below a missing one is unseen. */
  missingAbove: readonly string[];
  missingBelow: readonly string[];
};

export type WalkFailure = 'folder-not-found' | 'corrupt-answer' | 'too-large';

type TreeOf = (id: string) => Uint8Array | undefined;

const deepest = 20;
const mostFiles = 100_000;
/** A tree that names another one many times, level upon level, is small to send and endless to walk. */
const mostEntries = 400_000;

/** Folder as path parts; undefined when a part is no plain name. */
export const splitFolder = (folder: string): readonly string[] | undefined => {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  return parts.every(isSafeName) ? parts : undefined;
};

const findFolder = (body: Uint8Array, name: string): TreeEntry | WalkFailure => {
  const entries = parseTree(body);
  if (entries === undefined) return 'corrupt-answer';
  const entry = entries.find((candidate) => candidate.name === name);
  return entry !== undefined && isFolder(entry) ? entry : 'folder-not-found';
};

type Place = { id: string; prefix: string; depth: number };
type Collected = {
  files: TreeFile[];
  visited: Set<string>;
  missing: string[];
  queue: Place[];
  entries: number;
};

const collectEntry = (place: Place, entry: TreeEntry, into: Collected): void => {
  if (!isSafeName(entry.name)) return;
  const path = `${place.prefix}${entry.name}`;
  if (isFile(entry)) into.files.push({ path, blob: entry.id });
  if (isFolder(entry))
    into.queue.push({ id: entry.id, prefix: `${path}/`, depth: place.depth + 1 });
};

const collectTree = (treeOf: TreeOf, place: Place, into: Collected): WalkFailure | undefined => {
  const body = treeOf(place.id);
  if (body === undefined) {
    into.missing.push(place.id);
    return undefined;
  }
  into.visited.add(place.id);
  const entries = parseTree(body);
  if (entries === undefined) return 'corrupt-answer';
  into.entries += entries.length;
  if (place.depth > deepest || into.entries > mostEntries) return 'too-large';
  for (const entry of entries) collectEntry(place, entry, into);
  return into.files.length > mostFiles ? 'too-large' : undefined;
};

const collect = (treeOf: TreeOf, into: Collected): WalkFailure | undefined => {
  for (let place = into.queue.pop(); place !== undefined; place = into.queue.pop()) {
    const failure = collectTree(treeOf, place, into);
    if (failure !== undefined) return failure;
  }
  return undefined;
};

/**
 * Walks from a root tree down to `folder` and through it. Symbolic links, submodules and unsafe names are passed
 * over: they are nobody's record. Stops at trees it does not have and names them.
 */
export const walkFolder = (
  treeOf: TreeOf,
  root: string,
  folder: readonly string[],
): Walk | WalkFailure => {
  const visited = new Set<string>();
  let top = root;
  for (const name of folder) {
    const body = treeOf(top);
    if (body === undefined) return { files: [], visited, missingAbove: [top], missingBelow: [] };
    visited.add(top);
    const entry = findFolder(body, name);
    if (typeof entry === 'string') return entry;
    top = entry.id;
  }
  const queue = [{ id: top, prefix: '', depth: 0 }];
  const into: Collected = { files: [], visited, missing: [], queue, entries: 0 };
  const failure = collect(treeOf, into);
  if (failure !== undefined) return failure;
  const files = into.files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
  return { files, visited, missingAbove: [], missingBelow: [...new Set(into.missing)] };
};
