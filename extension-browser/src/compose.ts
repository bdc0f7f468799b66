import { idbCache } from '@milepost/store/cache/idb-cache';
import { type ConnectionCheck, checkConnection } from '@milepost/store/check-connection';
import { gitHost } from '@milepost/store/drivers/git';
import { systemClock } from '@milepost/store/engine/clock';
import { webLock } from '@milepost/store/engine/lock';
import { openStore } from '@milepost/store/engine/open-store';
import { idbOutbox } from '@milepost/store/outbox/idb-outbox';
import type { Store } from '@milepost/store/store';
import type { ProgramConfig } from './background/own-database.ts';

const cacheName = (key: string): string => `milepost-cache ${key}`;

/** Longest a person waits for a check. */
const PATIENCE = 10_000;

/** Tries a connection and says what is there; nothing is kept. */
export const checkHost = (
  address: { url: string; branch: string; folder: string; user?: string },
  token: string | undefined,
): Promise<ConnectionCheck> =>
  checkConnection({ ...address, ...(token && { token }) }, AbortSignal.timeout(PATIENCE));

/** The only place that picks drivers: Git over HTTP, cache and outbox in IndexedDB, locks of the whole origin. */
export function openProgramStore(config: ProgramConfig): Store {
  const cache = idbCache(cacheName(config.key));
  return openStore({
    host: gitHost({
      url: config.url,
      branch: config.branch,
      folder: config.folder,
      ...(config.token && { token: config.token }),
      ...(config.user && { user: config.user }),
      snapshots: cache.trees,
    }),
    cache,
    outbox: idbOutbox(`milepost-outbox ${config.key}`),
    clock: systemClock,
    random: Math.random,
    author: config.author,
    readOnly: config.token === undefined,
    lock: webLock(navigator.locks),
    name: config.key,
  });
}

/** Forgets what can be read again. What waits in the outbox stays until its author discards it. */
export const forgetCache = (config: ProgramConfig): Promise<void> =>
  idbCache(cacheName(config.key)).clear();
