import 'fake-indexeddb/auto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { outboxContract, sampleEntry } from '../contract/outbox-contract.ts';
import { fileOutbox } from './file-outbox.ts';
import { idbOutbox } from './idb-outbox.ts';
import { memoryOutbox } from './memory-outbox.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const someFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-outbox-'));
  folders.push(folder);
  return folder;
};

let databases = 0;
const someDatabase = () => {
  databases += 1;
  return `outbox-${databases}`;
};

for (const { title, run } of outboxContract) {
  test(`memory outbox: ${title}`, async () => {
    const outbox = memoryOutbox();
    await run(() => outbox);
  });
  test(`IndexedDB outbox: ${title}`, async () => {
    const name = someDatabase();
    await run(() => idbOutbox(name));
  });
  test(`file outbox: ${title}`, async () => {
    const path = join(await someFolder(), 'outbox.json');
    await run(() => fileOutbox(path));
  });
}

test('entries of a version we do not know are passed over and left where they are', async () => {
  const name = someDatabase();
  const outbox = idbOutbox(name);
  await outbox.put([sampleEntry(1)]);
  const database = await openDB(name);
  await database.put('entries', { operation: 'newer', shape: 2 }, 'newer');
  expect(await outbox.list()).toEqual([sampleEntry(1)]);
  await outbox.remove(['operation-1']);
  expect(await database.getAllKeys('entries')).toEqual(['newer']);
});

test('an unreadable outbox file is put aside, not overwritten', async () => {
  const folder = await someFolder();
  const path = join(folder, 'outbox.json');
  await writeFile(path, '[{"operation": "cut of');
  const outbox = fileOutbox(path);
  expect(await outbox.list()).toEqual([]);
  await outbox.put([sampleEntry(1)]);
  const names = (await readdir(folder)).toSorted();
  expect(names[0]).toBe('outbox.json');
  expect(names[1]).toMatch(/^outbox\.json\.unreadable-/);
});

test('an outbox that cannot be written says so', async () => {
  const folder = await someFolder();
  await writeFile(join(folder, 'file'), '');
  const put = await fileOutbox(join(folder, 'file', 'outbox.json')).put([sampleEntry(1)]);
  expect(put.ok ? 'ok' : put.error.code).toBe('storage-broken');
});

test('an IndexedDB entry that cannot be stored leaves none of its company behind', async () => {
  const outbox = idbOutbox(someDatabase());
  const unstorable = { ...sampleEntry(2), edit: (() => undefined) as never };
  const put = await outbox.put([sampleEntry(1), unstorable]);
  expect(put.ok).toBe(false);
  expect(await outbox.list()).toEqual([]);
});
