import { fail, ok, type Result } from '@milepost/shared/result';
import { type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB } from 'idb';
import type { NotSaved } from '../store.ts';
import { byOrder, type Outbox } from './outbox.ts';
import { asOutboxEntry } from './read-entry.ts';

type Database = IDBPDatabase<unknown>;
type Transaction = IDBPTransaction<unknown, ['entries'], 'readwrite'>;
type Writer = IDBPObjectStore<unknown, ['entries'], 'entries', 'readwrite'>;

const openOutbox = (name: string): Promise<Database> =>
  openDB(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('entries');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

const toNotSaved = (error: unknown): NotSaved => {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return { code: isFull ? 'storage-full' : 'storage-broken', detail: String(error) };
};

/** Takes back what has not been committed; one that has ended already has nothing to take back. */
const abortQuietly = (transaction: Transaction): void => {
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
  }
};

/**
 * One transaction for all of it, flushed to the disk before it counts as complete (rulings D4). A connection the
 * browser closed meanwhile is opened again once.
 */
const write = async (
  connect: (anew: boolean) => Promise<Database>,
  work: (entries: Writer) => readonly Promise<unknown>[],
): Promise<Result<void, NotSaved>> => {
  const run = async (anew: boolean) => {
    const database = await connect(anew);
    const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
    try {
      await Promise.all([...work(transaction.store), transaction.done]);
    } catch (error) {
      // An entry refused before it reached the database would let the others commit without it.
      abortQuietly(transaction);
      throw error;
    }
  };
  try {
    await run(false).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'InvalidStateError') return run(true);
      throw error;
    });
    return ok(undefined);
  } catch (error) {
    return fail(toNotSaved(error));
  }
};

/** An outbox in an IndexedDB database of its own, so that nothing that clears a cache can reach it. */
export const idbOutbox = (name: string): Outbox => {
  let opened: Promise<Database> | undefined;
  const connect = (anew: boolean): Promise<Database> => {
    if (anew || opened === undefined) {
      const opening = openOutbox(name);
      opened = opening;
      opening.catch(() => {
        if (opened === opening) opened = undefined;
      });
    }
    return opened;
  };
  return {
    list: async () => {
      const values: unknown[] = await connect(false)
        .then((database) => database.getAll('entries'))
        .catch(() => connect(true).then((database) => database.getAll('entries')));
      return values
        .map(asOutboxEntry)
        .filter((entry) => entry !== undefined)
        .toSorted(byOrder);
    },
    put: (changed) =>
      write(connect, (entries) =>
        changed.map(async (entry) => entries.put(entry, entry.operation)),
      ),
    remove: (operations) =>
      write(connect, (entries) => operations.map((operation) => entries.delete(operation))),
  };
};
