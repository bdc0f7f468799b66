import type { FileChange } from '@milepost/shared/program/program';
import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { decodeText, encodeText } from '../git/join-bytes.ts';
import { blobId } from '../git/object-id.ts';
import type { GitHost, HostFailure, PreparedCommit, TreeFile } from '../git-host.ts';
import type { FolderFailure, FolderPort, IsStill } from './folder-port.ts';

type Known = { stamp: string; blob: string; text: string };
/** What was read last, by path, and the listing of each state we named. */
type Memory = {
  files: Map<string, Known>;
  states: Map<string, readonly TreeFile[]>;
  /** The state each finished write left, by the name `prepare` gave it. */
  landed: Map<string, string>;
};
type Folder = { port: FolderPort; url: string; memory: Memory };

const codes: Readonly<Record<FolderFailure['code'], HostFailure['code']>> = {
  gone: 'folder-not-found',
  denied: 'forbidden',
  full: 'storage-full',
  broken: 'host-error',
};

const refuseFolder = (folder: Folder, failure: FolderFailure) =>
  refuse(codes[failure.code], folder.url, { detail: failure.detail });

const readFile = async (
  folder: Folder,
  path: string,
  stamp: string,
): Promise<Result<Known | undefined, HostFailure>> => {
  const known = folder.memory.files.get(path);
  if (known?.stamp === stamp) return ok(known);
  const text = await folder.port.read(path);
  if (!text.ok) return refuseFolder(folder, text.error);
  if (text.value === undefined) return ok(undefined);
  return ok({ stamp, text: text.value, blob: await blobId(text.value) });
};

/** The state of the folder named by its content, as Git names a tree: equal content, equal id. */
const nameState = (files: readonly TreeFile[]): Promise<string> =>
  blobId(files.map(({ path, blob }) => `${path} ${blob}\n`).join(''));

const byPath = (left: TreeFile, right: TreeFile): number => (left.path < right.path ? -1 : 1);

/** States an edit may still build on. */
const mostStates = 8;

/** Reads what changed since the last look, by the stamps of the listing. */
const lookAt = async (folder: Folder): Promise<Result<string, HostFailure>> => {
  const entries = await folder.port.list();
  if (!entries.ok) return refuseFolder(folder, entries.error);
  const files = new Map<string, Known>();
  for (const { path, stamp } of entries.value) {
    const known = await readFile(folder, path, stamp);
    if (!known.ok) return known;
    if (known.value !== undefined) files.set(path, known.value);
  }
  const listing = [...files].map(([path, { blob }]) => ({ path, blob })).sort(byPath);
  const state = await nameState(listing);
  folder.memory.files = files;
  const { states } = folder.memory;
  states.delete(state);
  states.set(state, listing);
  for (const old of [...states.keys()].slice(0, -mostStates)) states.delete(old);
  return ok(state);
};

const texts = (
  folder: Folder,
  ids: readonly string[],
): Result<Map<string, string>, HostFailure> => {
  const byBlob = new Map([...folder.memory.files.values()].map(({ blob, text }) => [blob, text]));
  const found = new Map<string, string>();
  for (const id of ids) {
    const text = byBlob.get(id);
    if (text === undefined)
      return refuse('corrupt-answer', folder.url, { detail: `no text ${id}` });
    found.set(id, text);
  }
  return ok(found);
};

type Wanted = { path: string; blob: string | null };

/** A folder has no history: a write is named by what it wants, so that anyone can look whether that is there. */
const nameWrite = (wanted: readonly Wanted[]): string => `write ${JSON.stringify(wanted)}`;

const readWanted = (id: string): readonly Wanted[] | undefined =>
  id.startsWith('write ') ? (JSON.parse(id.slice('write '.length)) as Wanted[]) : undefined;

type Payload = { changes: FileChange[]; expected: (string | null)[] };

const prepare = async (
  folder: Folder,
  on: string,
  changes: readonly FileChange[],
): Promise<Result<PreparedCommit, HostFailure>> => {
  const parent = folder.memory.landed.get(on) ?? on;
  const before = folder.memory.states.get(parent);
  if (before === undefined) return refuse('corrupt-answer', folder.url, { detail: parent });
  const blobs = new Map(before.map(({ path, blob }) => [path, blob]));
  const wanted: Wanted[] = [];
  for (const { path, text } of changes)
    wanted.push({ path, blob: text === undefined ? null : await blobId(text) });
  const expected = changes.map(({ path }) => blobs.get(path) ?? null);
  const payload: Payload = { changes: [...changes], expected };
  return ok({ id: nameWrite(wanted), parent, payload: encodeText(JSON.stringify(payload)) });
};

/** Whether a file still is what the edit was made on; an edit from outside in between is not ours to lose. */
const isStillBlob =
  (expected: string | null | undefined): IsStill =>
  async (now) =>
    (now === undefined ? null : await blobId(now)) === (expected ?? null);

const write = async (
  folder: Folder,
  prepared: PreparedCommit,
): Promise<Result<'pushed' | 'moved', HostFailure>> => {
  const now = await lookAt(folder);
  if (!now.ok) return now;
  if (now.value !== prepared.parent) return ok('moved');
  const { changes, expected } = JSON.parse(decodeText(prepared.payload)) as Payload;
  for (const [at, { path, text }] of changes.entries()) {
    const written = await folder.port.writeAtomic(path, text, isStillBlob(expected[at]));
    if (!written.ok) return refuseFolder(folder, written.error);
    if (written.value === 'changed') return ok('moved');
  }
  const state = await lookAt(folder);
  if (!state.ok) return state;
  folder.memory.landed.set(prepared.id, state.value);
  return ok('pushed');
};

/** Writes to one port go one after another: what was looked at must still be so while writing. */
const queues = new WeakMap<FolderPort, Promise<unknown>>();

const inTurn = <Value>(port: FolderPort, work: () => Promise<Value>): Promise<Value> => {
  const turn = (queues.get(port) ?? Promise.resolve()).then(work);
  queues.set(
    port,
    turn.catch(() => undefined),
  );
  return turn;
};

const contains = async (folder: Folder, id: string): Promise<Result<boolean, HostFailure>> => {
  const state = await lookAt(folder);
  if (!state.ok) return state;
  const wanted = readWanted(id);
  if (wanted === undefined) return ok(state.value === id);
  const { files } = folder.memory;
  const isThere = wanted.every(({ path, blob }) => (files.get(path)?.blob ?? null) === blob);
  if (isThere) folder.memory.landed.set(id, state.value);
  return ok(isThere);
};

/**
 * A program folder on this machine. "Pushed" means written to the working copy, not committed (rulings D2). A state has
 * the id of its content, a write the name of what it wants there (`landed` tells its state). A write interrupted between
 * two files is finished by replaying the edit, which changes only what is not yet there.
 */
export const folderHost = (port: FolderPort, name: string): GitHost => {
  const folder: Folder = {
    port,
    url: `folder:${name}`,
    memory: { files: new Map(), states: new Map(), landed: new Map() },
  };
  const unless = async <Value>(
    signal: AbortSignal,
    work: () => Promise<Result<Value, HostFailure>>,
  ): Promise<Result<Value, HostFailure>> =>
    signal.aborted ? refuse('cancelled', folder.url) : work();
  const { landed } = folder.memory;
  const real = (id: string) => landed.get(id) ?? id;
  const head = async (seen: string | undefined) => {
    const state = await lookAt(folder);
    return state.ok && seen !== undefined && state.value === real(seen)
      ? ok('unchanged' as const)
      : state;
  };
  const tree = async (commit: string): Promise<Result<readonly TreeFile[], HostFailure>> => {
    if (!folder.memory.states.has(commit)) await lookAt(folder);
    const files = folder.memory.states.get(commit);
    return files === undefined
      ? refuse('corrupt-answer', folder.url, { detail: 'the folder changed meanwhile' })
      : ok(files);
  };
  return {
    head: (seen, signal) => unless(signal, () => head(seen)),
    tree: (commit, signal) => unless(signal, () => tree(real(commit))),
    blobs: (ids, signal) => unless(signal, async () => texts(folder, ids)),
    prepare: (parent, changes, _message, _author, _at, signal) =>
      unless(signal, () => prepare(folder, parent, changes)),
    push: (prepared, signal) => unless(signal, () => inTurn(port, () => write(folder, prepared))),
    contains: (commit, signal) => unless(signal, () => contains(folder, commit)),
    landed: (prepared) => landed.get(prepared),
    commitUrl: () => undefined,
  };
};
