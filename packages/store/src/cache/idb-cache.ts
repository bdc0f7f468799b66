import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Cache } from './cache.ts';
import { cacheMigrations, migrateCache } from './cache-migrations.ts';
import { asReadState, asTreeSnapshot } from './read-shape.ts';

type Database = IDBPDatabase<unknown>;

const openCache = (name: string): Promise<Database> =>
  openDB(name, cacheMigrations.length, {
    upgrade: (database, from) => migrateCache(database, from),
    // Another context brings a newer layout: let it, our next use opens again.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

/** A database that cannot be opened (broken, or of a newer layout) is thrown away: everything in it can be read again. */
const openOrRebuild = async (name: string): Promise<Database> => {
  try {
    return await openCache(name);
  } catch {
    await deleteDB(name);
    return openCache(name);
  }
};

type Use = <Value>(
  work: (database: Database) => Promise<Value>,
  otherwise: Value,
) => Promise<Value>;

/** Runs work on the database; a failure is answered as by an empty cache, and the next use opens anew. */
const connectionTo = (name: string): { use: Use; forget: () => Promise<void> } => {
  let opened: Promise<Database> | undefined;
  const use: Use = async (work, otherwise) => {
    try {
      opened ??= openOrRebuild(name);
      return await work(await opened);
    } catch {
      opened = undefined;
      return otherwise;
    }
  };
  const forget = async () => {
    await use(async (database) => database.close(), undefined);
    opened = undefined;
    await deleteDB(name);
  };
  return { use, forget };
};

const readTexts = async (database: Database, blobs: readonly string[]) => {
  const found = new Map<string, string>();
  const store = database.transaction('texts').store;
  const values: unknown[] = await Promise.all(blobs.map((id) => store.get(id)));
  for (const [at, id] of blobs.entries()) {
    const text = values[at];
    if (typeof text === 'string') found.set(id, text);
  }
  return found;
};

/** Many single reads are slow: from some number on, everything is read in two requests. */
const readAllTexts = async (database: Database, blobs: readonly string[]) => {
  const store = database.transaction('texts').store;
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const wanted = new Set(blobs);
  const found = new Map<string, string>();
  for (const [at, key] of keys.entries()) {
    const text: unknown = values[at];
    if (typeof key === 'string' && typeof text === 'string' && wanted.has(key))
      found.set(key, text);
  }
  return found;
};

const manyTexts = 200;

const saveTexts = async (database: Database, texts: ReadonlyMap<string, string>) => {
  const transaction = database.transaction('texts', 'readwrite');
  for (const [id, text] of texts) void transaction.store.put(text, id);
  await transaction.done;
};

const keepOnly = async (database: Database, blobs: ReadonlySet<string>) => {
  const transaction = database.transaction('texts', 'readwrite');
  for (const key of await transaction.store.getAllKeys())
    if (!blobs.has(String(key))) void transaction.store.delete(key);
  await transaction.done;
};

/** A cache in IndexedDB, one database per program. Keep the outbox in another one. */
export const idbCache = (name: string): Cache => {
  const { use, forget } = connectionTo(name);
  const getFact = (key: string): Promise<unknown> =>
    use<unknown>((database) => database.get('facts', key), undefined);
  const putFact = (key: string, value: unknown): Promise<void> =>
    use(async (database) => {
      await database.put('facts', value, key);
    }, undefined);
  return {
    readState: async () => asReadState(await getFact('read-state')),
    saveReadState: (state) => putFact('read-state', state),
    texts: (blobs) => {
      const read = blobs.length > manyTexts ? readAllTexts : readTexts;
      return use((database) => read(database, blobs), new Map());
    },
    saveTexts: (texts) => use((database) => saveTexts(database, texts), undefined),
    keepOnly: (blobs) => use((database) => keepOnly(database, blobs), undefined),
    derived: (key) => getFact(`derived-${key}`),
    saveDerived: (key, value) => putFact(`derived-${key}`, value),
    trees: {
      load: async () => asTreeSnapshot(await getFact('trees')),
      save: (snapshot) => putFact('trees', snapshot),
    },
    clear: forget,
  };
};
