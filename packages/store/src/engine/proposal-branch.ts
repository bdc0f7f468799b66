import type { FileChange } from '@milepost/shared/program/program';
import { fail, ok, type Result } from '@milepost/shared/result';
import { blobId } from '../git/object-id.ts';
import type { HostFailure, PreparedCommit } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { isOnBranch } from './proposal-routes.ts';
import { afterFailure, messageOf } from './publish-entry.ts';
import { changeEntries, type ProposalOptions, publishedOf, type Session } from './session.ts';
import { idsOf, type Outcome as Judged, judgeEdit, settleEdits } from './settle-edits.ts';

export type Put = 'put' | 'moved' | 'stuck';
type Outcome = Promise<Result<Put, HostFailure>>;

/** The branch as it is now: blob ids by path. */
export type BranchState = { head: string; files: ReadonlyMap<string, string> };

const notStored = (detail: string) => fail<HostFailure>({ code: 'storage-full', url: '', detail });

export const readBranch = async (
  { host }: ProposalOptions,
  head: string,
  signal: AbortSignal,
): Promise<Result<BranchState, HostFailure>> => {
  const tree = await host.tree(head, signal);
  if (!tree.ok) return tree;
  return ok({ head, files: new Map(tree.value.map(({ path, blob }) => [path, blob])) });
};

/** Texts of some files of the branch; those we have are not asked for. */
const readTexts = async (
  session: Session,
  { host }: ProposalOptions,
  { files }: BranchState,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, HostFailure>> => {
  const blobs = paths.flatMap((path) => files.get(path) ?? []);
  const known = await session.options.cache.texts(blobs);
  const missing = blobs.filter((blob) => !known.has(blob));
  const read =
    missing.length === 0 ? ok(new Map<string, string>()) : await host.blobs(missing, signal);
  if (!read.ok) return read;
  const texts = new Map([...known, ...read.value]);
  return ok(
    new Map(
      paths.flatMap((path) => {
        const text = texts.get(files.get(path) ?? '');
        return text === undefined ? [] : [[path, text] as const];
      }),
    ),
  );
};

/** Takes a commit on its way back, or says where it is now. */
const withCommit = (entry: OutboxEntry, commit: string | undefined): OutboxEntry => {
  const { commit: _sent, failure: _f, notBefore: _n, ...rest } = entry;
  if (rest.proposal === undefined || commit === undefined) return { ...rest, state: 'saved' };
  return { ...rest, state: 'waiting', proposal: { ...rest.proposal, commit } };
};

/** The branch holds these entries in this commit; what was withdrawn is gone from it. */
export const markOnBranch = async (
  session: Session,
  operations: ReadonlySet<string>,
  commit: string | undefined,
): Promise<Result<'put', HostFailure>> => {
  const changed = await changeEntries(session, (entry) => {
    if (!operations.has(entry.operation)) return entry;
    const isGone = commit !== undefined && entry.proposal?.withdrawn === true;
    return isGone ? 'remove' : withCommit(entry, commit);
  });
  return changed.ok ? ok('put') : notStored(changed.error.detail);
};

/** Notes the commit on its entries, durably, before it is sent (rulings D4); then sends it. */
const send = async (
  session: Session,
  { host }: ProposalOptions,
  operations: ReadonlySet<string>,
  prepared: PreparedCommit,
  signal: AbortSignal,
): Outcome => {
  const noted = await changeEntries(session, (entry) =>
    operations.has(entry.operation)
      ? { ...entry, state: 'publishing', commit: prepared.id }
      : entry,
  );
  if (!noted.ok) return notStored(noted.error.detail);
  const pushed = await host.push(prepared, signal);
  if (pushed.ok) {
    const place = pushed.value === 'pushed' ? prepared.id : undefined;
    const marked = await markOnBranch(session, operations, place);
    return marked.ok && place === undefined ? ok('moved') : marked;
  }
  const failed = await noteFailure(session, operations, pushed.error);
  return failed.ok ? fail(pushed.error) : failed;
};

const noteFailure = async (
  session: Session,
  operations: ReadonlySet<string>,
  failure: HostFailure,
): Promise<Result<void, HostFailure>> => {
  const now = session.options.clock.now();
  const changed = await changeEntries(session, (entry) =>
    operations.has(entry.operation) ? afterFailure(entry, failure, now) : entry,
  );
  return changed.ok ? ok(undefined) : notStored(changed.error.detail);
};

type Place = { parent: string; over?: string };

/**
 * Where the next commit goes: on the branch, or anew on the program branch where nothing of ours is open. `moved`: a
 * branch that does not exist reads as the program branch, which is elsewhere by now.
 */
const placeOf = async (
  session: Session,
  { host }: ProposalOptions,
  { head }: BranchState,
  main: string,
  signal: AbortSignal,
): Promise<Result<Place | 'moved', HostFailure>> => {
  const isOpen = (await session.options.outbox.list()).some(isOnBranch);
  if (isOpen || host.canMerge !== true) return ok({ parent: head });
  if (head === main) return ok({ parent: main });
  const still = await session.options.host.head(main, signal);
  if (!still.ok) return still;
  return ok(still.value === 'unchanged' ? { parent: main, over: head } : 'moved');
};

/** Builds the commit of one entry in its place and sends it. */
const commitEntry = async (
  session: Session,
  proposals: ProposalOptions,
  entry: OutboxEntry,
  { parent, over }: Place,
  changes: readonly FileChange[],
  signal: AbortSignal,
): Outcome => {
  const mine = new Set([entry.operation]);
  const who = entry.author ?? session.options.author;
  const asked = [parent, changes, messageOf(entry), who, entry.savedAt] as const;
  const prepared = await proposals.host.prepare(...asked, signal, over);
  if (prepared.ok) return send(session, proposals, mine, prepared.value, signal);
  const failed = await noteFailure(session, mine, prepared.error);
  return failed.ok ? prepared : failed;
};

/** What an edit does to files as they are where its commit goes. */
const judgeAt = async (
  session: Session,
  proposals: ProposalOptions,
  branch: BranchState,
  edit: OutboxEntry['edit'],
  parent: string,
  signal: AbortSignal,
): Promise<Result<Judged, HostFailure>> => {
  const { commit, program } = await publishedOf(session);
  if (parent === commit) return ok(judgeEdit(edit, (path) => program.files.get(path)?.text));
  const paths = edit.files.map(({ path }) => path);
  const texts = await readTexts(session, proposals, branch, paths, signal);
  return texts.ok ? ok(judgeEdit(edit, (path) => texts.value.get(path))) : texts;
};

/** Puts one entry on the branch as one commit. `stuck`: what the branch holds by now is in its way. */
export const putOnBranch = async (
  session: Session,
  proposals: ProposalOptions,
  branch: BranchState,
  entry: OutboxEntry,
  signal: AbortSignal,
): Outcome => {
  const { commit: main } = await publishedOf(session);
  if (main === undefined) return ok('stuck');
  const place = await placeOf(session, proposals, branch, main, signal);
  if (!place.ok || place.value === 'moved') return place.ok ? ok('moved') : place;
  const { parent } = place.value;
  const outcome = await judgeAt(session, proposals, branch, entry.edit, parent, signal);
  if (!outcome.ok) return outcome;
  const { value } = outcome;
  if (value.kind === 'conflict') return ok('stuck');
  if (value.kind === 'landed')
    return markOnBranch(session, new Set([entry.operation]), branch.head);
  return commitEntry(session, proposals, entry, place.value, value.changes, signal);
};

const differs = async (
  { files }: BranchState,
  path: string,
  text: string | undefined,
): Promise<boolean> => files.get(path) !== (text === undefined ? undefined : await blobId(text));

/**
 * Brings the branch up to date with the program branch and the entries, where they do not agree: one merge commit
 * that keeps the branch's history and holds the program branch's files with our edits on them (rulings B5). Only while
 * nobody else has committed to it.
 */
export const refreshBranch = async (
  session: Session,
  proposals: ProposalOptions,
  branch: BranchState,
  signal: AbortSignal,
): Outcome => {
  const { commit: main, program } = await publishedOf(session);
  const open = (await session.options.outbox.list()).filter(isOnBranch);
  const isOurs = open.some(({ proposal }) => proposal?.commit === branch.head);
  const waits = open.some(({ state, commit }) => state === 'conflict' || commit !== undefined);
  if (main === undefined || !isOurs || waits || proposals.host.canMerge !== true) return ok('put');
  const read = (path: string) => program.files.get(path)?.text;
  const { overlay } = settleEdits(open, read, idsOf(program));
  const expected = new Map(
    open.flatMap(({ edit }) => edit.files.map(({ path }) => [path, read(path)] as const)),
  );
  for (const { path, text } of overlay) expected.set(path, text);
  const stale: string[] = [];
  for (const [path, text] of expected) if (await differs(branch, path, text)) stale.push(path);
  if (stale.length === 0) return ok('put');
  const changes: FileChange[] = overlay.filter(({ path, text }) => text !== read(path));
  const message = { summary: 'Bring the proposal up to date', trailers: [] };
  const { author, clock } = session.options;
  const asked = [main, changes, message, author, clock.now()] as const;
  const prepared = await proposals.host.prepare(...asked, signal, branch.head);
  if (!prepared.ok) return prepared;
  const all = new Set(open.map(({ operation }) => operation));
  return send(session, proposals, all, prepared.value, signal);
};
