import { onceUnlessFailed } from './once-unless-failed.ts';

/** What a person connected. The token lives here, in extension-origin IndexedDB, and is never sent to a page (rulings D3). */
export type ProgramConfig = {
  key: string;
  url: string;
  branch: string;
  folder: string;
  token?: string;
  /** User name to send with the token, where the address named one. */
  user?: string;
  /** A day `YYYY-MM-DD` to look at the program as of; absent means today. */
  asOf?: string;
  /** Who the commits are by. */
  author: { name: string; email: string };
  /** Name from `program.yaml` at the last read. */
  name: string;
};

type Tables = { programs: ProgramConfig; packed: { key: string; [field: string]: unknown } };
type Table = keyof Tables;

const asPromise = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, broken) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => broken(request.error);
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('milepost', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('programs', { keyPath: 'key' });
    request.result.createObjectStore('packed', { keyPath: 'key' });
  };
  return asPromise(request);
}

const database = onceUnlessFailed(openDatabase);

const table = async (name: Table, mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await database()).transaction(name, mode, { durability: 'strict' }).objectStore(name);

/** All rows of a table. */
export const readAll = async <Name extends Table>(name: Name): Promise<Tables[Name][]> =>
  asPromise((await table(name, 'readonly')).getAll()) as Promise<Tables[Name][]>;

/** Writes a row; it is on disk when the promise resolves. */
export async function writeOne<Name extends Table>(name: Name, row: Tables[Name]): Promise<void> {
  await asPromise((await table(name, 'readwrite')).put(row));
}

export async function removeOne(name: Table, key: string): Promise<void> {
  await asPromise((await table(name, 'readwrite')).delete(key));
}
