import type { FileChange } from '@milepost/shared/program/program';
import { fail, ok, type Result } from '@milepost/shared/result';
import { blobId } from '../git/object-id.ts';
import type { HostFailure, PreparedCommit } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { isOnBranch } from './proposal-routes.ts';
import { afterFailure, messageOf } from './publish-entry.ts';
import type { Published } from './published.ts';
import { changeEntries, type ProposalOptions, publishedOf, type Session } from './session.ts';
import { type Outcome as Judged, judgeEdit } from './settle-edits.ts';

/** What became of one commit for the branch. */
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
const withCommit = (entry: OutboxEntry, held: Held | undefined): OutboxEntry => {
  const { commit: _sent, failure: _f, notBefore: _n, ...rest } = entry;
  if (rest.proposal === undefined || held === undefined) return { ...rest, state: 'saved' };
  const { base: _old, revised: _revised, ...proposal } = rest.proposal;
  const base = held.bases?.get(entry.operation);
  const now = { ...proposal, commit: held.commit, ...(base && { base }) };
  return { ...rest, state: 'waiting', proposal: now };
};

type Bases = ReadonlyMap<string, Readonly<Record<string, string>>>;
/** Without bases it is not known whether the program branch has moved in the same files since. */
type Held = { commit: string; bases?: Bases };

/** The branch holds these entries in this commit, or not; what was withdrawn is gone from it. */
export const markOnBranch = async (
  session: Session,
  operations: ReadonlySet<string>,
  held: Held | undefined,
): Promise<Result<'put', HostFailure>> => {
  const changed = await changeEntries(session, (entry) => {
    if (!operations.has(entry.operation)) return entry;
    const isGone = held !== undefined && entry.proposal?.withdrawn === true;
    return isGone ? 'remove' : withCommit(entry, held);
  });
  return changed.ok ? ok('put') : notStored(changed.error.detail);
};

/** Notes the commit on its entries, durably, before it is sent (rulings D4); then sends it. */
export const sendToBranch = async (
  session: Session,
  { host }: ProposalOptions,
  bases: Bases,
  prepared: PreparedCommit,
  signal: AbortSignal,
): Outcome => {
  const operations = new Set(bases.keys());
  const noted = await changeEntries(session, (entry) =>
    operations.has(entry.operation)
      ? { ...entry, state: 'publishing', commit: prepared.id }
      : entry,
  );
  if (!noted.ok) return notStored(noted.error.detail);
  const pushed = await host.push(prepared, signal);
  if (pushed.ok) {
    const commit = host.landed?.(prepared.id) ?? prepared.id;
    const held = pushed.value === 'pushed' ? { commit, bases } : undefined;
    const marked = await markOnBranch(session, operations, held);
    return marked.ok && held === undefined ? ok('moved') : marked;
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
  bases: Bases,
  { parent, over }: Place,
  changes: readonly FileChange[],
  signal: AbortSignal,
): Outcome => {
  const who = entry.author ?? session.options.author;
  const asked = [parent, changes, messageOf(entry), who, entry.savedAt] as const;
  const prepared = await proposals.host.prepare(...asked, signal, over);
  if (prepared.ok) return sendToBranch(session, proposals, bases, prepared.value, signal);
  const failed = await noteFailure(session, new Set(bases.keys()), prepared.error);
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
  const base = await basesFor(session, branch, entry, parent === main);
  const bases = new Map([[entry.operation, base]]);
  if (value.kind === 'landed')
    return markOnBranch(session, new Set(bases.keys()), { commit: branch.head, bases });
  return commitEntry(session, proposals, entry, bases, place.value, value.changes, signal);
};

/** The files of an edit as they are on the program branch. */
export const blobsNow = async (
  { program }: Published,
  { edit }: OutboxEntry,
): Promise<Record<string, string>> => {
  const blobs: Record<string, string> = {};
  for (const { path } of edit.files) {
    const text = program.files.get(path)?.text;
    blobs[path] = text === undefined ? '' : await blobId(text);
  }
  return blobs;
};

/** A file that no entry of ours has changed is on the branch as it was when the two branches met. */
const basesFor = async (
  session: Session,
  { files }: BranchState,
  entry: OutboxEntry,
  isAnew: boolean,
): Promise<Record<string, string>> => {
  if (isAnew) return blobsNow(await publishedOf(session), entry);
  const open = (await session.options.outbox.list()).filter(isOnBranch);
  const earlier = Object.assign({}, ...open.map(({ proposal }) => proposal?.base));
  const paths = entry.edit.files.map(({ path }) => path);
  return Object.fromEntries(paths.map((path) => [path, earlier[path] ?? files.get(path) ?? '']));
};
