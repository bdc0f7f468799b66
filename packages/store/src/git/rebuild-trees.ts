import type { FileChange } from '@milepost/shared/program/program';
import { fail, ok, type Result } from '@milepost/shared/result';
import { encodeText } from './join-bytes.ts';
import { type GitObject, objectId, toHex } from './object-id.ts';
import {
  buildTree,
  fileMode,
  folderMode,
  isFile,
  isFolder,
  isSafeName,
  makeEntry,
  parseTree,
  type TreeEntry,
} from './tree.ts';
import type { Base, BaseOf } from './write-pack.ts';

/** New objects by id, and the root tree that holds them. */
export type Rebuilt = {
  root: string;
  objects: ReadonlyMap<string, GitObject>;
  /** For new trees by id: the id of the tree each takes the place of. */
  bases: ReadonlyMap<string, string>;
};

type Context = {
  treeOf: (id: string) => Uint8Array | undefined;
  objects: Map<string, GitObject>;
  bases: Map<string, string>;
};
type Leaf = { parts: readonly string[]; text: string | undefined };

const keep = async (context: Context, object: GitObject): Promise<string> => {
  const id = await objectId(object);
  context.objects.set(id, object);
  return id;
};

const readEntries = (context: Context, id: string | undefined): Result<TreeEntry[], string> => {
  if (id === undefined) return ok([]);
  const body = context.treeOf(id);
  const entries = body === undefined ? undefined : parseTree(body);
  return entries === undefined ? fail(`tree ${id} is not here`) : ok([...entries]);
};

const groupByName = (leaves: readonly Leaf[]): ReadonlyMap<string, readonly Leaf[]> => {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const name = leaf.parts[0] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), leaf]);
  }
  return groups;
};

/** The entry after the change of one file; undefined when it is gone. Links and submodules are refused. */
const changeFile = async (
  context: Context,
  old: TreeEntry | undefined,
  name: string,
  text: string | undefined,
): Promise<Result<TreeEntry | undefined, string>> => {
  if (old !== undefined && !isFile(old)) return fail(`${name} is no plain file`);
  if (text === undefined) return ok(undefined);
  const id = await keep(context, { type: 'blob', body: encodeText(text) });
  return ok(makeEntry(old?.mode ?? fileMode, name, id));
};

const changeFolder = async (
  context: Context,
  old: TreeEntry | undefined,
  name: string,
  leaves: readonly Leaf[],
): Promise<Result<TreeEntry | undefined, string>> => {
  if (old !== undefined && !isFolder(old)) return fail(`${name} is no folder`);
  const below = leaves.map(({ parts, text }) => ({ parts: parts.slice(1), text }));
  const id = await rebuild(context, old?.id, below);
  if (!id.ok) return id;
  return ok(id.value === undefined ? undefined : makeEntry(folderMode, name, id.value));
};

const changeEntry = (
  context: Context,
  old: TreeEntry | undefined,
  name: string,
  leaves: readonly Leaf[],
) => {
  const [first] = leaves;
  return first?.parts.length === 1 && leaves.length === 1
    ? changeFile(context, old, name, first.text)
    : changeFolder(context, old, name, leaves);
};

/** Names are told apart by their bytes: two that are no UTF-8 look the same as text. */
const keyOf = (raw: Uint8Array): string => toHex(raw);

/** The id of a tree after the changes below it; undefined when nothing is left in it. */
const rebuild = async (
  context: Context,
  id: string | undefined,
  leaves: readonly Leaf[],
): Promise<Result<string | undefined, string>> => {
  const read = readEntries(context, id);
  if (!read.ok) return read;
  const entries = new Map(read.value.map((entry) => [keyOf(entry.raw), entry]));
  if (entries.size < read.value.length) return fail(`tree ${id} names one entry twice`);
  for (const [name, group] of groupByName(leaves)) {
    const key = keyOf(encodeText(name));
    const changed = await changeEntry(context, entries.get(key), name, group);
    if (!changed.ok) return changed;
    if (changed.value === undefined) entries.delete(key);
    else entries.set(key, changed.value);
  }
  if (entries.size === 0) return ok(undefined);
  const made = await keep(context, { type: 'tree', body: buildTree([...entries.values()]) });
  if (id !== undefined) context.bases.set(made, id);
  return ok(made);
};

const toLeaf = (folder: readonly string[], change: FileChange): Leaf => ({
  parts: [...folder, ...change.path.split('/')],
  text: change.text,
});

/**
 * Trees after the changes below `folder`, from the root down; siblings keep their entries byte for byte.
 * Fails with what is wrong: an unsafe path, a link in the way, a tree that was not fetched.
 */
export const rebuildTrees = async (
  treeOf: Context['treeOf'],
  root: string,
  folder: readonly string[],
  changes: readonly FileChange[],
): Promise<Result<Rebuilt, string>> => {
  const leaves = changes.map((change) => toLeaf(folder, change));
  const unsafe = leaves.find(({ parts }) => !parts.every(isSafeName));
  if (unsafe !== undefined) return fail(`unsafe path ${unsafe.parts.join('/')}`);
  const context: Context = { treeOf, objects: new Map(), bases: new Map() };
  const id = await rebuild(context, root, leaves);
  if (!id.ok) return id;
  const top = id.value ?? (await keep(context, { type: 'tree', body: new Uint8Array() }));
  return ok({ root: top, objects: context.objects, bases: context.bases });
};

/** For new trees: the tree each takes the place of, which the host holds. */
export const basesOf = ({ objects, bases }: Rebuilt, treeOf: Context['treeOf']): BaseOf => {
  const found = new Map<GitObject, Base>();
  for (const [made, id] of bases) {
    const [object, body] = [objects.get(made), treeOf(id)];
    if (object !== undefined && body !== undefined) found.set(object, { id, body });
  }
  return (object) => found.get(object);
};
