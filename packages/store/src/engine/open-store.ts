import type { Edit } from '@milepost/shared/change/edit';
import type { Program } from '@milepost/shared/program/program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { fail, ok, type Result } from '@milepost/shared/result';
import type { OutboxEntry } from '../outbox/outbox.ts';
import type { Choice, NotSaved, OpenConflict, PendingEdit, Store } from '../store.ts';
import { queueLock } from './lock.ts';
import { newOperation } from './new-operation.ts';
import { readPart } from './read-part.ts';
import { resolveEdit } from './resolve-edit.ts';
import {
  changeEntries,
  changeOutbox,
  notify,
  publishedOf,
  type Session,
  type StoreOptions,
} from './session.ts';
import { idsOf, settleEdits } from './settle-edits.ts';
import { runSync, settleOutbox } from './sync-run.ts';

const withoutOrder = ({ order: _order, ...pending }: OutboxEntry): PendingEdit => pending;

const settledNow = async (session: Session, base: Program) => {
  const entries = await session.options.outbox.list();
  const read = (path: string) => base.files.get(path)?.text;
  return { entries, settled: settleEdits(entries, read, idsOf(base)) };
};

/** Whether a draft's number in the outbox is not the one that would be shown. */
const isRenumbered = ({ entries, settled }: Awaited<ReturnType<typeof settledNow>>): boolean =>
  settled.entries.some(({ edit }, at) => edit !== entries[at]?.edit);

/** All of an outbox that the shown program depends on. */
const keyOf = (entries: readonly OutboxEntry[]): string =>
  JSON.stringify(
    entries.map(({ operation, state, edit, commit, proposal }) => [
      ...[operation, state, edit, commit, proposal?.state, proposal?.withdrawn],
    ]),
  );

/** Gives the program with pending edits on top; the same object, and no work, while nothing changed. */
const programReader = (session: Session): (() => Promise<Program>) => {
  let last: { base: Program; key: string; shown: Program } | undefined;
  return async () => {
    const base = (await publishedOf(session)).program;
    const key = keyOf(await session.options.outbox.list());
    if (last?.base === base && last.key === key) return last.shown;
    let now = await settledNow(session, base);
    // What is shown is what the next edit refers to: a number is stored before anybody sees it.
    if (isRenumbered(now)) {
      await settleOutbox(session);
      now = await settledNow(session, base);
    }
    const shown = withChanges(base, now.settled.overlay);
    // A number that could not be stored is tried again by the next reader.
    last = isRenumbered(now) ? undefined : { base, key: keyOf(now.entries), shown };
    return shown;
  };
};

const saveEdit = async (
  session: Session,
  edit: Edit,
  note: string,
): Promise<Result<PendingEdit, NotSaved>> => {
  const { readOnly, random, clock, author } = session.options;
  const { program, commit } = await publishedOf(session);
  if (readOnly === true) return fail({ code: 'read-only', detail: 'no right to write' });
  if (commit !== undefined && program.readOnly === 'newer-format')
    return fail({ code: 'read-only', detail: program.readOnly });
  const saved = await changeOutbox(session, async (entries, outbox) => {
    const order = Math.max(0, ...entries.map((entry) => entry.order)) + 1;
    const operation = newOperation(random);
    const savedAt = clock.now();
    const saved = { operation, edit, note, savedAt, state: 'saved', order } as const;
    const entry: OutboxEntry = { ...saved, author, ...(commit !== undefined && { seen: commit }) };
    const put = await outbox.put([entry]);
    return put.ok ? ok(withoutOrder(entry)) : put;
  });
  if (saved.ok) notify(session);
  return saved;
};

/** A declined edit starts anew; one that is on the branch is to be changed there. */
const revisedProposal = ({ proposal }: OutboxEntry): Pick<OutboxEntry, 'proposal'> => {
  if (proposal === undefined) return {};
  if (proposal.state === 'declined')
    return { proposal: { state: 'draft', branch: proposal.branch } };
  return { proposal: proposal.commit === undefined ? proposal : { ...proposal, revised: true } };
};

const reviseEdit = async (
  session: Session,
  operation: string,
  edit: Edit,
): Promise<Result<PendingEdit, NotSaved>> => {
  const revised = await changeOutbox(session, async (entries, outbox) => {
    const entry = entries.find((candidate) => candidate.operation === operation);
    if (entry === undefined) return fail<NotSaved>({ code: 'not-pending', detail: operation });
    // A commit on its way may land as it is; changing the edit now would publish both.
    if (entry.commit !== undefined) return ok(withoutOrder(entry));
    const { conflicts: _c, theirs: _t, failure: _f, notBefore: _n, ...rest } = entry;
    const next: OutboxEntry = { ...rest, ...revisedProposal(entry), edit, state: 'saved' };
    const put = await outbox.put([next]);
    return put.ok ? ok(withoutOrder(next)) : put;
  });
  if (revised.ok) notify(session);
  return revised;
};

/** The entry with the choices made; `published` when the other side was chosen throughout. */
const chosen = (entry: OutboxEntry, choices: readonly Choice[]): OutboxEntry => {
  const { conflicts, theirs: _theirs, ...rest } = entry;
  const edit = resolveEdit(entry.edit, conflicts ?? [], choices);
  const state = edit.files.length > 0 ? 'saved' : 'published';
  return { ...rest, ...revisedProposal(entry), edit, state };
};

const resolveConflicts = async (
  session: Session,
  operation: string,
  choices: readonly Choice[],
): Promise<Result<PendingEdit, NotSaved>> => {
  const resolved = await changeOutbox(session, async (entries, outbox) => {
    const entry = entries.find((candidate) => candidate.operation === operation);
    if (entry === undefined) return fail<NotSaved>({ code: 'not-pending', detail: operation });
    if (entry.state !== 'conflict') return ok(withoutOrder(entry));
    const next = chosen(entry, choices);
    const done = await (next.state === 'saved' ? outbox.put([next]) : outbox.remove([operation]));
    return done.ok ? ok(withoutOrder(next)) : done;
  });
  if (resolved.ok) notify(session);
  return resolved;
};

const listConflicts = async (session: Session): Promise<OpenConflict[]> =>
  (await session.options.outbox.list()).flatMap((entry) =>
    (entry.conflicts ?? []).map((conflict) => ({
      ...conflict,
      operation: entry.operation,
      summary: entry.edit.summary,
      note: entry.note,
      author: entry.author,
      savedAt: entry.savedAt,
      their: entry.theirs,
    })),
  );

const isSent = (entry: OutboxEntry): boolean =>
  entry.state === 'publishing' || entry.commit !== undefined;

const discardEdit = async (session: Session, operation: string): Promise<void> => {
  await changeEntries(session, (entry) => {
    if (entry.operation !== operation || isSent(entry)) return entry;
    const { proposal } = entry;
    // The branch of proposals has to lose it first.
    return proposal?.commit === undefined
      ? 'remove'
      : { ...entry, proposal: { ...proposal, withdrawn: true } };
  });
  notify(session);
};

/** Opens one program: answers from the cache at once, talks to its host only in `sync`. */
export const openStore = (options: StoreOptions): Store => {
  const session: Session = {
    options,
    lock: options.lock ?? queueLock(),
    name: options.name ?? '',
    published: undefined,
    state: { state: 'never-read' },
    failures: 0,
    listeners: new Set(),
    isProtected: false,
    agreed: undefined,
  };
  return {
    program: programReader(session),
    part: (paths) => readPart(session, paths),
    pending: async () =>
      (await options.outbox.list())
        .filter(({ proposal }) => proposal?.withdrawn !== true)
        .map(withoutOrder),
    edit: (edit, note) => saveEdit(session, edit, note),
    revise: (operation, edit) => reviseEdit(session, operation, edit),
    conflicts: () => listConflicts(session),
    resolve: (operation, choices) => resolveConflicts(session, operation, choices),
    discard: (operation) => discardEdit(session, operation),
    sync: (signal) => session.lock(`milepost-sync:${session.name}`, () => runSync(session, signal)),
    state: () => session.state,
    subscribe: (listener) => {
      session.listeners.add(listener);
      return () => session.listeners.delete(listener);
    },
  };
};
