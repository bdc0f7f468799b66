import type { TreeSnapshot } from '../git/object-shelf.ts';
import type { TreeFile } from '../git-host.ts';
import type { ReadState } from './cache.ts';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isTreeFile = (value: unknown): value is TreeFile =>
  isMap(value) && typeof value.path === 'string' && typeof value.blob === 'string';

/** A stored read state, or undefined when what was stored is none: a broken cache is an empty one. */
export const asReadState = (value: unknown): ReadState | undefined => {
  if (!isMap(value)) return undefined;
  const { commit, checkedAt, files } = value;
  if (typeof commit !== 'string' || typeof checkedAt !== 'string') return undefined;
  return Array.isArray(files) && files.every(isTreeFile) ? { commit, checkedAt, files } : undefined;
};

const isTree = (value: unknown): value is [string, Uint8Array] =>
  Array.isArray(value) && typeof value[0] === 'string' && value[1] instanceof Uint8Array;

/** A stored snapshot of trees, its map given as a map or as pairs. */
export const asTreeSnapshot = (value: unknown): TreeSnapshot | undefined => {
  if (!isMap(value)) return undefined;
  const { commit, tree, trees } = value;
  if (typeof commit !== 'string' || typeof tree !== 'string') return undefined;
  const pairs = trees instanceof Map ? [...trees] : trees;
  return Array.isArray(pairs) && pairs.every(isTree)
    ? { commit, tree, trees: new Map(pairs) }
    : undefined;
};
