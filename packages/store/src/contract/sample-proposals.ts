import { memoryCache } from '../cache/memory-cache.ts';
import type { MemoryHost } from '../drivers/memory.ts';
import { openStore } from '../engine/open-store.ts';
import type { GitHost, ReviewHost } from '../git-host.ts';
import { memoryOutbox } from '../outbox/memory-outbox.ts';
import type { Store } from '../store.ts';
import { numbers, tickingClock } from './sample-store.ts';

export const branch = 'milepost/ada';
export const controlled = { controlled: ['DR-06'] };

/** A client that proposes what is controlled. */
export const connect = (main: MemoryHost, host: GitHost = main, reviews?: ReviewHost) => {
  const proposals = { branch, host: main.branch(branch), ...(reviews && { reviews }) };
  const author = { name: 'Ada', email: 'ada@example.org' };
  const parts = { cache: memoryCache(), outbox: memoryOutbox(), clock: tickingClock(), author };
  return openStore({ host, proposals, random: numbers(3), ...parts });
};

export const summaries = (host: MemoryHost): string[] =>
  host.history().map(({ message }) => message.summary);

export const standing = async (store: Store) =>
  (await store.pending()).map(({ state, proposal }) => `${state} ${proposal?.state ?? 'direct'}`);
