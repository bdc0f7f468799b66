import type { Cache } from '../cache/cache.ts';
import type { HostFailure } from '../git-host.ts';
import type { SyncState } from '../store.ts';
import { secondsAfter } from './clock.ts';

type Waiting = SyncState & { state: 'waiting' };

/** A pause longer than this comes from a clock that was wrong when it was stored. */
const longestPause = 24 * 3600;

const isWaiting = (value: unknown): value is Waiting => {
  const { state, until, failure } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const { code, retryAfter } = (failure ?? {}) as Partial<HostFailure>;
  const isNamed = typeof code === 'string' && typeof retryAfter === 'number';
  return state === 'waiting' && typeof until === 'string' && isNamed;
};

/** Keeps a pause the host named for the next life: a worker lives for seconds, a limit for minutes. */
export const savePause = async (cache: Cache, state: SyncState): Promise<void> => {
  if (isWaiting(state)) await cache.saveDerived('pause', state);
};

/** The pause that still runs, or undefined. */
export const loadPause = async (cache: Cache, now: string): Promise<Waiting | undefined> => {
  const stored = await cache.derived('pause');
  if (!isWaiting(stored) || stored.until <= now) return undefined;
  return stored.until > secondsAfter(now, longestPause) ? undefined : stored;
};
