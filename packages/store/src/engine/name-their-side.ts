import { ok, type Result } from '@milepost/shared/result';
import type { Author, HostFailure } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { changeEntry, publishedOf, type Session } from './session.ts';

const authorsOf = async (
  session: Session,
  { seen }: OutboxEntry,
  commit: string,
  signal: AbortSignal,
): Promise<Result<readonly Author[], HostFailure>> => {
  const { host } = session.options;
  if (seen === undefined || host.authorsBetween === undefined) return ok([]);
  return host.authorsBetween(seen, commit, signal);
};

/** Notes beside each new conflict who may have written the other value, for the person who chooses. */
export const nameTheirSide = async (
  session: Session,
  signal: AbortSignal,
): Promise<Result<'done', HostFailure>> => {
  const { commit } = await publishedOf(session);
  for (const entry of await session.options.outbox.list()) {
    if (entry.state !== 'conflict' || entry.theirs !== undefined || commit === undefined) continue;
    const authors = await authorsOf(session, entry, commit, signal);
    if (!authors.ok) return authors;
    const theirs = { commit, authors: authors.value, noticedAt: session.options.clock.now() };
    const changed = await changeEntry(session, entry.operation, (current) =>
      current.state === 'conflict' ? { ...current, theirs } : current,
    );
    if (!changed.ok)
      return { ok: false, error: { code: 'storage-full', url: '', detail: changed.error.detail } };
  }
  return ok('done');
};
