import type { IDBPDatabase } from 'idb';

/** A change of the cache's layout. Frozen once released: a new layout is a new entry at the end. */
type CacheMigration = { id: string; up: (database: IDBPDatabase<unknown>) => void };

/** In order of release; the database version is their number. */
export const cacheMigrations: readonly CacheMigration[] = [
  {
    id: '2026-03-01-texts-and-facts',
    up: (database) => {
      database.createObjectStore('texts');
      database.createObjectStore('facts');
    },
  },
];

/** Brings a cache from `from` to the newest layout. What a migration cannot carry over is read again from the host. */
export const migrateCache = (database: IDBPDatabase<unknown>, from: number): void => {
  for (const migration of cacheMigrations.slice(from)) migration.up(database);
};
