import { expect, test } from 'vitest';
import { objectId } from './object-id.ts';
import { rebuildTrees } from './rebuild-trees.ts';
import { buildTree, isSafeName, makeEntry, parseTree, type TreeEntry } from './tree.ts';
import { splitFolder, walkFolder } from './walk-folder.ts';

const someBlob = 'a'.repeat(40);

/** Trees by id; `put` gives the id. */
const shelf = () => {
  const trees = new Map<string, Uint8Array>();
  const put = async (...entries: TreeEntry[]): Promise<string> => {
    const body = buildTree(entries);
    const id = await objectId({ type: 'tree', body });
    trees.set(id, body);
    return id;
  };
  return { put, treeOf: (id: string) => trees.get(id) };
};

const pathsOf = (walk: ReturnType<typeof walkFolder>): string[] =>
  typeof walk === 'string' ? [walk] : walk.files.map(({ path }) => path);

test('links, submodules and names that leave the folder are passed over', async () => {
  const { put, treeOf } = shelf();
  const root = await put(
    makeEntry('100644', 'R-1.yaml', someBlob),
    makeEntry('100755', 'R-2.yaml', someBlob),
    makeEntry('120000', 'link.yaml', someBlob),
    makeEntry('160000', 'module', someBlob),
    makeEntry('100644', '..', someBlob),
    makeEntry('100644', '.git', someBlob),
    makeEntry('100644', 'a\\b.yaml', someBlob),
    makeEntry('100644', 'a/b.yaml', someBlob),
    makeEntry('40000', '..', someBlob),
  );
  expect(pathsOf(walkFolder(treeOf, root, []))).toEqual(['R-1.yaml', 'R-2.yaml']);
});

test('names of folders above cannot be climbed with', () => {
  expect(splitFolder('a/../b')).toBeUndefined();
  expect(splitFolder('/plans//pay/')).toEqual(['plans', 'pay']);
  for (const name of ['', '.', '..', '.GIT', 'a/b', 'c:', 'a\\b', 'a\0', '\ufffd'])
    expect(isSafeName(name), JSON.stringify(name)).toBe(false);
});

test('a folder that is a link or is missing is not found', async () => {
  const { put, treeOf } = shelf();
  const root = await put(makeEntry('120000', 'program', someBlob));
  expect(walkFolder(treeOf, root, ['program'])).toBe('folder-not-found');
  expect(walkFolder(treeOf, root, ['other'])).toBe('folder-not-found');
});

test('a tree that holds itself deeper and deeper ends as too large', () => {
  const id = 'b'.repeat(40);
  const body = buildTree([makeEntry('40000', 'again', id)]);
  expect(walkFolder(() => body, id, [])).toBe('too-large');
});

test('a change keeps siblings whose names are no text, byte for byte', async () => {
  const { put, treeOf } = shelf();
  const odd = { mode: '100644', name: '', raw: Uint8Array.from([0xff, 0xfe]), id: someBlob };
  const odder = { ...odd, raw: Uint8Array.from([0xff, 0xfd]) };
  const root = await put(odd, odder, makeEntry('120000', 'link', someBlob));
  const made = await rebuildTrees(treeOf, root, [], [{ path: 'x.yaml', text: 'x: 1\n' }]);
  if (!made.ok) throw new Error(made.error);
  const tree = made.value.objects.get(made.value.root);
  const names = parseTree(tree?.body ?? new Uint8Array())?.map(({ raw }) => [...raw]);
  expect(names).toContainEqual([0xff, 0xfe]);
  expect(names).toContainEqual([0xff, 0xfd]);
  expect(names).toHaveLength(4);
});

test('a write through a link, a submodule or out of the folder is refused', async () => {
  const { put, treeOf } = shelf();
  const root = await put(
    makeEntry('120000', 'link', someBlob),
    makeEntry('160000', 'module', someBlob),
    makeEntry('40000', 'risks', await put(makeEntry('100644', 'R-1.yaml', someBlob))),
  );
  for (const path of ['link', 'link/x.yaml', 'module/x.yaml', '../x.yaml', 'risks', 'a//b']) {
    const made = await rebuildTrees(treeOf, root, [], [{ path, text: 'x: 1\n' }]);
    expect(made.ok, path).toBe(false);
  }
});

test('a folder that loses its last file disappears', async () => {
  const { put, treeOf } = shelf();
  const risks = await put(makeEntry('100644', 'R-1.yaml', someBlob));
  const root = await put(makeEntry('40000', 'risks', risks), makeEntry('100644', 'z', someBlob));
  const made = await rebuildTrees(treeOf, root, [], [{ path: 'risks/R-1.yaml', text: undefined }]);
  if (!made.ok) throw new Error(made.error);
  const tree = made.value.objects.get(made.value.root);
  expect(parseTree(tree?.body ?? new Uint8Array())?.map(({ name }) => name)).toEqual(['z']);
});
