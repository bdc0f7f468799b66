import type { FileChange } from '@milepost/shared/program/program';
import { fail, ok, type Result } from '@milepost/shared/result';
import { blobId } from '../git/object-id.ts';
import type { CommitMessage, HostFailure, PreparedCommit } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { secondsAfter } from './clock.ts';
import { readCommit } from './read-newest.ts';
import { changeEntry, publishedOf, type Session } from './session.ts';
import { judgeEdit } from './settle-edits.ts';

/** `stuck`: it builds on an edit that waits for a person. */
export type Published = 'published' | 'moved' | 'stuck';
type Outcome = Promise<Result<Published, HostFailure>>;

/** The host said no to this edit itself; sending it again changes nothing. */
export const refusals: ReadonlySet<HostFailure['code']> = new Set([
  'protected-branch',
  'hook-declined',
  'too-large',
  'unsafe-path',
]);

/** The host answered before it did anything: the commit surely did not land. */
const notDone: ReadonlySet<HostFailure['code']> = new Set([
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'redirected-away',
  'not-a-git-host',
]);

/** Trailers name the records and the operation, so that a commit can be recognised whoever reads it. */
export const messageOf = (entry: OutboxEntry): CommitMessage => ({
  summary: entry.edit.summary,
  trailers: [
    ...(entry.note.trim() === '' ? [] : [['Milepost-Note', entry.note] as const]),
    ...(entry.edit.items.length === 0
      ? []
      : [['Program-Item', entry.edit.items.join(', ')] as const]),
    ['Milepost-Operation', entry.operation] as const,
  ],
});

const without = (entry: OutboxEntry, ...keys: ('commit' | 'failure' | 'notBefore')[]) => {
  const copy = { ...entry };
  for (const key of keys) delete copy[key];
  return copy;
};

/** Takes back what was written before sending, when it is certain that nothing landed. */
export const unsend = (entry: OutboxEntry): OutboxEntry => ({
  ...without(entry, 'commit'),
  state: 'saved',
});

/** The entry after a failed attempt. What may have landed keeps its commit: the host decides later. */
export const afterFailure = (
  entry: OutboxEntry,
  failure: HostFailure,
  now: string,
): OutboxEntry => {
  if (refusals.has(failure.code))
    return { ...without(entry, 'commit', 'notBefore'), state: 'refused', failure };
  const base = notDone.has(failure.code) ? without(entry, 'commit') : entry;
  const wait = failure.retryAfter;
  return {
    ...without(base, 'notBefore'),
    state: 'waiting',
    failure,
    ...(wait === undefined ? {} : { notBefore: secondsAfter(now, wait) }),
  };
};

const notStored = (url: string, detail: string) =>
  fail<HostFailure>({ code: 'storage-full', url, detail });

export const markPublished = async (
  session: Session,
  entry: OutboxEntry,
  commit: string | undefined,
): Promise<Result<'published', HostFailure>> => {
  const commitUrl = commit === undefined ? undefined : session.options.host.commitUrl(commit);
  const changed = await changeEntry(session, entry.operation, (current) => ({
    ...without(current, 'failure', 'notBefore'),
    state: 'published',
    ...(commit === undefined ? {} : { commit }),
    ...(commitUrl === undefined ? {} : { commitUrl }),
  }));
  return changed.ok ? ok('published') : notStored('', changed.error.detail);
};

const putTexts = async (session: Session, changes: readonly FileChange[]): Promise<void> => {
  const texts = new Map<string, string>();
  for (const { text } of changes) if (text !== undefined) texts.set(await blobId(text), text);
  await session.options.cache.saveTexts(texts);
};

const fallBack = async (session: Session, entry: OutboxEntry, failure: HostFailure): Outcome => {
  const { clock, proposals } = session.options;
  // Where the branch takes no push, everything is proposed (rulings A1); the next settling sees to it.
  if (failure.code === 'protected-branch' && proposals !== undefined) {
    session.isProtected = true;
    const changed = await changeEntry(session, entry.operation, unsend);
    return changed.ok ? ok('moved') : notStored(failure.url, changed.error.detail);
  }
  const now = clock.now();
  const changed = await changeEntry(session, entry.operation, (current) =>
    afterFailure(current, failure, now),
  );
  if (!changed.ok) return notStored(failure.url, changed.error.detail);
  return fail(failure);
};

const send = async (
  session: Session,
  entry: OutboxEntry,
  prepared: PreparedCommit,
  changes: readonly FileChange[],
  signal: AbortSignal,
): Outcome => {
  const pushed = await session.options.host.push(prepared, signal);
  if (!pushed.ok) return fallBack(session, entry, pushed.error);
  if (pushed.value === 'moved') {
    const changed = await changeEntry(session, entry.operation, unsend);
    return changed.ok ? ok('moved') : notStored('', changed.error.detail);
  }
  // GitHub names a commit only when it makes it.
  const id = session.options.host.landed?.(prepared.id) ?? prepared.id;
  // Read first, then mark: a person never sees the moment between pending and published.
  await putTexts(session, changes);
  const read = await readCommit(session, id, signal);
  return read.ok ? markPublished(session, entry, id) : read;
};

/**
 * Publishes one entry as one commit on the published head. Its commit id is durable before anything is sent
 * (rulings D4), so that after a lost answer or a restart the host can be asked whether it landed.
 */
export const publishEntry = async (
  session: Session,
  entry: OutboxEntry,
  signal: AbortSignal,
): Outcome => {
  const { host, author } = session.options;
  const { commit: parent, program } = await publishedOf(session);
  if (parent === undefined) return ok('stuck');
  const outcome = judgeEdit(entry.edit, (path) => program.files.get(path)?.text);
  if (outcome.kind === 'landed') return markPublished(session, entry, undefined);
  if (outcome.kind === 'conflict') return ok('stuck');
  const { changes } = outcome;
  const message = messageOf(entry);
  const who = entry.author ?? author;
  const prepared = await host.prepare(parent, changes, message, who, entry.savedAt, signal);
  if (!prepared.ok) return fallBack(session, entry, prepared.error);
  const noted = await changeEntry(session, entry.operation, (current) => ({
    ...without(current, 'failure', 'notBefore'),
    state: 'publishing',
    commit: prepared.value.id,
  }));
  if (!noted.ok) return notStored('', noted.error.detail);
  if (noted.value === undefined) return ok('stuck');
  return send(session, noted.value, prepared.value, changes, signal);
};
