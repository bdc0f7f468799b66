import { idbCache } from '@milepost/store/cache/idb-cache';
import { gitHost } from '@milepost/store/drivers/git';
import { systemClock } from '@milepost/store/engine/clock';
import { webLock } from '@milepost/store/engine/lock';
import { openStore } from '@milepost/store/engine/open-store';
import type { GitHost } from '@milepost/store/git-host';
import { idbOutbox } from '@milepost/store/outbox/idb-outbox';
import type { Store } from '@milepost/store/store';
import type { ProgramConfig } from './background/own-database.ts';

/** Where a program is and with what right it is read: enough to talk to its host. */
export type HostAddress = Pick<ProgramConfig, 'url' | 'branch' | 'folder' | 'token'>;

const cacheName = (key: string): string => `milepost-cache ${key}`;

/** The Git host of a program. Requests carry no cookies: `credentials: 'omit'` is the driver's (rulings D3). */
export const openHost = (address: HostAddress): GitHost =>
  gitHost({
    url: address.url,
    branch: address.branch,
    folder: address.folder,
    ...(address.token && { token: address.token }),
  });

/** The only place that picks drivers: Git over HTTP, cache and outbox in IndexedDB, locks of the whole origin. */
export function openProgramStore(config: ProgramConfig): Store {
  const cache = idbCache(cacheName(config.key));
  return openStore({
    host: gitHost({
      url: config.url,
      branch: config.branch,
      folder: config.folder,
      ...(config.token && { token: config.token }),
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
