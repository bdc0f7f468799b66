import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { memoryCache } from '../cache/memory-cache.ts';
import { addEntry, createRisk, sampleCharter, sampleRisk } from '../contract/sample-edits.ts';
import { author, numbers, tickingClock } from '../contract/sample-store.ts';
import { openStore } from '../engine/open-store.ts';
import { memoryOutbox } from '../outbox/memory-outbox.ts';
import { folderHost } from './folder.ts';
import { nodeFolder } from './folder-node.ts';

const never = new AbortController().signal;
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const someFolder = async () => {
  const root = await mkdtemp(join(tmpdir(), 'milepost-folder-'));
  folders.push(root);
  for (const { path, text } of [sampleCharter, sampleRisk(1, 'One')]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
};

const openOn = (root: string) =>
  openStore({
    host: folderHost(nodeFolder(root), 'sample'),
    cache: memoryCache(),
    outbox: memoryOutbox(),
    clock: tickingClock(),
    random: numbers(3),
    author,
  });

test('an edit is written into the working copy and nothing else changes', async () => {
  const root = await someFolder();
  const store = openOn(root);
  await store.sync(never);
  await store.edit(createRisk(2, 'Two'), '');
  expect((await store.sync(never)).state).toBe('up-to-date');
  expect((await readdir(join(root, 'risks'))).toSorted()).toEqual(['R-1.yaml', 'R-2.yaml']);
  expect(await readFile(join(root, 'risks/R-1.yaml'), 'utf8')).toBe(sampleRisk(1, 'One').text);
  expect((await store.program()).records.has('R-2')).toBe(true);
});

test('an edit from outside is kept, and ours goes on top of it', async () => {
  const root = await someFolder();
  const store = openOn(root);
  await store.sync(never);
  await store.edit(addEntry(1, 'ours'), '');
  const path = join(root, 'risks/R-1.yaml');
  await writeFile(path, `${await readFile(path, 'utf8')}owner: theirs\n`);
  await store.sync(never);
  const text = await readFile(path, 'utf8');
  expect(text).toContain('owner: theirs');
  expect(text).toContain('ours');
});

test('an edit from outside between reading and writing is "moved", never overwritten', async () => {
  const root = await someFolder();
  const host = folderHost(nodeFolder(root), 'sample');
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error(head.error.code);
  const changes = [{ path: 'risks/R-1.yaml', text: 'id: R-1\n' }];
  const message = { summary: '', trailers: [] };
  const made = await host.prepare(head.value, changes, message, author, '', never);
  if (!made.ok) throw new Error(made.error.code);
  await writeFile(join(root, 'risks/R-1.yaml'), 'theirs: 1\n');
  expect(await host.push(made.value, never)).toEqual({ ok: true, value: 'moved' });
  expect(await readFile(join(root, 'risks/R-1.yaml'), 'utf8')).toBe('theirs: 1\n');
});

test('what a link leads to is neither read nor written', async () => {
  const root = await someFolder();
  const outside = await someFolder();
  await symlink(outside, join(root, 'gates'));
  await symlink(join(outside, 'program.yaml'), join(root, 'risks/R-9.yaml'));
  const port = nodeFolder(root);
  const listed = await port.list();
  expect(listed.ok && listed.value.map(({ path }) => path).toSorted()).toEqual([
    'program.yaml',
    'risks/R-1.yaml',
  ]);
  const anything = async () => true;
  const written = await port.writeAtomic('gates/G-1.yaml', 'x: 1\n', anything);
  expect(written.ok ? 'ok' : written.error.code).toBe('denied');
  expect((await port.writeAtomic('../x.yaml', 'x: 1\n', anything)).ok).toBe(false);
  expect((await readdir(outside)).toSorted()).toEqual(['program.yaml', 'risks']);
});
