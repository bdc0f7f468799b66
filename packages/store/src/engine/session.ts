import { ok, type Result } from '@milepost/shared/result';
import type { Cache } from '../cache/cache.ts';
import type { Author, GitHost } from '../git-host.ts';
import type { Outbox, OutboxEntry } from '../outbox/outbox.ts';
import type { NotSaved, SyncState } from '../store.ts';
import type { Clock } from './clock.ts';
import type { Lock } from './lock.ts';
import { loadPublished, type Published } from './published.ts';

export type StoreOptions = {
  host: GitHost;
  cache: Cache;
  outbox: Outbox;
  clock: Clock;
  /** Numbers from 0 up to 1. */
  random: () => number;
  author: Author;
  readOnly?: boolean;
  /** Between all contexts that share this cache and outbox; a queue within the process when absent. */
  lock?: Lock;
  /** Tells the locks of several programs apart. */
  name?: string;
};

/** One open store: its parts and what it remembers. */
export type Session = {
  options: StoreOptions;
  lock: Lock;
  name: string;
  published: Published | undefined;
  state: SyncState;
  /** Failures in a row; the wait grows with it. */
  failures: number;
  listeners: Set<() => void>;
};

export const notify = (session: Session): void => {
  for (const listener of [...session.listeners]) listener();
};

export const setState = (session: Session, state: SyncState): SyncState => {
  session.state = state;
  notify(session);
  return state;
};

/** The published program, loaded from the cache the first time. */
export const publishedOf = async (session: Session): Promise<Published> => {
  if (session.published !== undefined) return session.published;
  const loaded = await loadPublished(session.options.cache);
  // Somebody else may have been quicker; theirs may be newer.
  session.published ??= loaded;
  return session.published;
};

/** All changes of the outbox go through here, one at a time, on entries read inside the lock. */
export const changeOutbox = <Value>(
  session: Session,
  work: (entries: readonly OutboxEntry[], outbox: Outbox) => Promise<Result<Value, NotSaved>>,
): Promise<Result<Value, NotSaved>> =>
  session.lock(`milepost-outbox:${session.name}`, async () =>
    work(await session.options.outbox.list(), session.options.outbox),
  );

/** Changes one entry; undefined when its author took it out meanwhile. */
export const changeEntry = (
  session: Session,
  operation: string,
  change: (entry: OutboxEntry) => OutboxEntry,
): Promise<Result<OutboxEntry | undefined, NotSaved>> =>
  changeOutbox(session, async (entries, outbox) => {
    const entry = entries.find((candidate) => candidate.operation === operation);
    if (entry === undefined) return ok(undefined);
    const changed = change(entry);
    const put = await outbox.put([changed]);
    if (!put.ok) return put;
    notify(session);
    return ok(changed);
  });
