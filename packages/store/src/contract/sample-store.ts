import { memoryCache } from '../cache/memory-cache.ts';
import { type MemoryHost, memoryHost } from '../drivers/memory.ts';
import type { Clock } from '../engine/clock.ts';
import { openStore } from '../engine/open-store.ts';
import { memoryOutbox } from '../outbox/memory-outbox.ts';
import type { Store } from '../store.ts';
import { type Fault, faultyHost } from './faulty-host.ts';
import { sampleCharter, sampleRisk } from './sample-edits.ts';

/** A clock that stands still until told; sleeping takes no time. */
export const tickingClock = () => {
  let seconds = 0;
  const clock: Clock & { advance(by: number): void } = {
    now: () => new Date(Date.UTC(2026, 2, 1) + seconds * 1000).toISOString(),
    sleep: async () => undefined,
    advance: (by) => {
      seconds += by;
    },
  };
  return clock;
};

/** Repeatable numbers from 0 up to 1 (Lehmer). */
export const numbers = (start: number) => {
  let state = start;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
};

let seed = 7;
export const author = { name: 'Ada', email: 'ada@example.org' };

/** A client with storage of its own, on a host that fails as listed; `reopen` is its next life. */
export const connect = (host: MemoryHost, faults: Fault[] = [], clock = tickingClock()) => {
  const cache = memoryCache();
  const outbox = memoryOutbox();
  seed += 1;
  const random = numbers(seed);
  const open = () =>
    openStore({ host: faultyHost(host, faults), cache, outbox, clock, random, author });
  return { store: open(), reopen: open, clock, outbox, cache };
};

export const someHost = () =>
  memoryHost([sampleCharter, sampleRisk(1, 'One'), sampleRisk(2, 'Two')]);

export const titles = async (store: Store): Promise<string[]> =>
  [...(await store.program()).records.values()].map(({ id, data }) =>
    'title' in data ? `${id} ${data.title}` : id,
  );

export const states = async (store: Store) => (await store.pending()).map(({ state }) => state);
