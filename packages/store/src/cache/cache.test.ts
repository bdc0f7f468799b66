import 'fake-indexeddb/auto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { cacheContract } from '../contract/cache-contract.ts';
import { sampleEntry } from '../contract/outbox-contract.ts';
import { idbOutbox } from '../outbox/idb-outbox.ts';
import { cacheMigrations } from './cache-migrations.ts';
import { fileCache } from './file-cache.ts';
import { idbCache } from './idb-cache.ts';
import { memoryCache } from './memory-cache.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const someFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-cache-'));
  folders.push(folder);
  return folder;
};

let databases = 0;
const someDatabase = () => {
  databases += 1;
  return `cache-${databases}`;
};

for (const { title, run } of cacheContract) {
  test(`memory cache: ${title}`, async () => {
    const cache = memoryCache();
    await run(() => cache);
  });
  test(`IndexedDB cache: ${title}`, async () => {
    const name = someDatabase();
    await run(() => idbCache(name));
  });
  test(`file cache: ${title}`, async () => {
    const folder = join(await someFolder(), 'cache');
    await run(() => fileCache(folder));
  });
}

const state = { commit: 'c', checkedAt: 't', files: [] };

test('a cache of a newer layout is rebuilt and the outbox beside it is untouched', async () => {
  const name = someDatabase();
  const outbox = idbOutbox(`${name}-outbox`);
  await outbox.put([sampleEntry(1)]);
  const newer = await openDB(name, cacheMigrations.length + 5, {
    upgrade: (database) => void database.createObjectStore('something'),
  });
  newer.close();
  const cache = idbCache(name);
  expect(await cache.readState()).toBeUndefined();
  await cache.saveReadState(state);
  expect(await cache.readState()).toEqual(state);
  expect(await outbox.list()).toEqual([sampleEntry(1)]);
});

test('data of another shape in the cache counts as nothing', async () => {
  const name = someDatabase();
  await idbCache(name).saveReadState({ commit: 1, files: 'x' } as never);
  expect(await idbCache(name).readState()).toBeUndefined();
});

test('a broken file of the cache counts as nothing', async () => {
  const folder = await someFolder();
  await fileCache(folder).saveReadState(state);
  for (const name of await readdir(folder))
    await writeFile(join(folder, name), '{"layout": 1, "va');
  expect(await fileCache(folder).readState()).toBeUndefined();
});

test('a full disk makes the cache forget, and the outbox beside it is untouched', async () => {
  const name = someDatabase();
  const outbox = idbOutbox(`${name}-outbox`);
  await outbox.put([sampleEntry(1)]);
  const cache = idbCache(name);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await cache.saveTexts(new Map([['blob', 'text']]));
  await cache.saveReadState(state);
  put.mockRestore();
  expect((await cache.texts(['blob'])).size).toBe(0);
  expect(await cache.readState()).toBeUndefined();
  await cache.saveReadState(state);
  expect(await cache.readState()).toEqual(state);
  expect(await outbox.list()).toEqual([sampleEntry(1)]);
});

/** What each released layout is made of. A released line never changes; a new layout adds one. */
const released = [['2026-03-01-texts-and-facts', ['facts', 'texts']]] as const;

test('every released layout of the cache is made as it was released, and a cache of each is carried to the newest', async () => {
  expect(cacheMigrations.map(({ id }) => id)).toEqual(released.map(([id]) => id));
  for (const [at, [, stores]] of released.entries()) {
    const name = someDatabase();
    const old = await openDB(name, at + 1, {
      upgrade: (database) => {
        for (const { up } of cacheMigrations.slice(0, at + 1)) up(database);
      },
    });
    expect([...old.objectStoreNames]).toEqual(stores);
    old.close();
    const cache = idbCache(name);
    await cache.saveReadState(state);
    expect(await cache.readState()).toEqual(state);
  }
});
