import { ok, type Result } from '@milepost/shared/result';
import type { Cache } from '../cache/cache.ts';
import type { Author, GitHost, ReviewHost } from '../git-host.ts';
import type { Outbox, OutboxEntry } from '../outbox/outbox.ts';
import type { NotSaved, SyncState } from '../store.ts';
import type { Clock } from './clock.ts';
import type { Lock } from './lock.ts';
import { loadPublished, type Published } from './published.ts';

/** Where controlled edits go (rulings A1): one rolling branch of one person for one program. */
export type ProposalOptions = {
  /** `milepost/<login>`. */
  branch: string;
  /** The program's folder on that branch; reads the program branch while this one does not exist. */
  host: GitHost;
  /** Absent where the host has no driver for pull requests: the branch is pushed and its address shown. */
  reviews?: ReviewHost;
};

export type StoreOptions = {
  host: GitHost;
  cache: Cache;
  outbox: Outbox;
  clock: Clock;
  /** Numbers from 0 up to 1. */
  random: () => number;
  author: Author;
  readOnly?: boolean;
  /** Without it everything goes straight to the program branch. */
  proposals?: ProposalOptions;
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
  /** The host protects the program branch: everything is proposed. */
  isProtected: boolean;
  /** Program branch, proposal and edits that were last found to agree. */
  agreed: string | undefined;
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

/** Changes several entries together, all or none, before any is removed. */
export const changeEntries = (
  session: Session,
  change: (entry: OutboxEntry) => OutboxEntry | 'remove',
): Promise<Result<void, NotSaved>> =>
  changeOutbox(session, async (entries, outbox) => {
    const next = entries.map((entry) => ({ entry, now: change(entry) }));
    const changed = next.flatMap(({ entry, now }) =>
      now === 'remove' || now === entry ? [] : now,
    );
    const gone = next.flatMap(({ entry, now }) => (now === 'remove' ? entry.operation : []));
    if (changed.length + gone.length === 0) return ok(undefined);
    const put = changed.length === 0 ? ok(undefined) : await outbox.put(changed);
    if (!put.ok) return put;
    const removed = gone.length === 0 ? ok(undefined) : await outbox.remove(gone);
    notify(session);
    return removed;
  });
