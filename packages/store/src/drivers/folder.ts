import type { FileChange } from '@milepost/shared/program/program';
import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { decodeText, encodeText } from '../git/join-bytes.ts';
import { blobId } from '../git/object-id.ts';
import type { GitHost, HostFailure, PreparedCommit, TreeFile } from '../git-host.ts';
import type { FolderFailure, FolderPort } from './folder-port.ts';

type Known = { stamp: string; blob: string; text: string };
/** What was read last, by path, and the listing of each state we named. */
type Memory = { files: Map<string, Known>; states: Map<string, readonly TreeFile[]> };
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

const prepare = async (
  folder: Folder,
  parent: string,
  changes: readonly FileChange[],
): Promise<Result<PreparedCommit, HostFailure>> => {
  const before = folder.memory.states.get(parent);
  if (before === undefined) return refuse('corrupt-answer', folder.url, { detail: parent });
  const after = new Map(before.map((file) => [file.path, file]));
  for (const { path, text } of changes) {
    if (text === undefined) after.delete(path);
    else after.set(path, { path, blob: await blobId(text) });
  }
  const id = await nameState([...after.values()].sort(byPath));
  const expected = changes.map(({ path }) => before.find((file) => file.path === path)?.blob);
  return ok({ id, parent, payload: encodeText(JSON.stringify({ changes, expected })) });
};

type Payload = { changes: FileChange[]; expected: (string | null)[] };

/** Whether a file still is what the edit was made on; an edit from outside in between is a conflict, not ours to lose. */
const isUntouched = async (
  folder: Folder,
  path: string,
  expected: string | null | undefined,
): Promise<Result<boolean, HostFailure>> => {
  const text = await folder.port.read(path);
  if (!text.ok) return refuseFolder(folder, text.error);
  const now = text.value === undefined ? undefined : await blobId(text.value);
  return ok(now === (expected ?? undefined));
};

const write = async (
  folder: Folder,
  prepared: PreparedCommit,
): Promise<Result<'pushed' | 'moved', HostFailure>> => {
  const { changes, expected } = JSON.parse(decodeText(prepared.payload)) as Payload;
  for (const [at, { path }] of changes.entries()) {
    const untouched = await isUntouched(folder, path, expected[at]);
    if (!untouched.ok) return untouched;
    if (!untouched.value) return ok('moved');
  }
  for (const { path, text } of changes) {
    const written = await folder.port.writeAtomic(path, text);
    if (!written.ok) return refuseFolder(folder, written.error);
  }
  const state = await lookAt(folder);
  return state.ok ? ok('pushed') : state;
};

/**
 * A program folder on this machine. "Pushed" means written to the working copy, not committed (rulings D2). A state has
 * the id of its content; a write interrupted between two files is finished by replaying the edit, which changes only
 * what is not yet there.
 */
export const folderHost = (port: FolderPort, name: string): GitHost => {
  const folder: Folder = {
    port,
    url: `folder:${name}`,
    memory: { files: new Map(), states: new Map() },
  };
  const unless = async <Value>(
    signal: AbortSignal,
    work: () => Promise<Result<Value, HostFailure>>,
  ): Promise<Result<Value, HostFailure>> =>
    signal.aborted ? refuse('cancelled', folder.url) : work();
  const head = async (seen: string | undefined) => {
    const state = await lookAt(folder);
    return state.ok && state.value === seen ? ok('unchanged' as const) : state;
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
    tree: (commit, signal) => unless(signal, () => tree(commit)),
    blobs: (ids, signal) => unless(signal, async () => texts(folder, ids)),
    prepare: (parent, changes, _message, _author, _at, signal) =>
      unless(signal, () => prepare(folder, parent, changes)),
    push: (prepared, signal) => unless(signal, () => write(folder, prepared)),
    contains: (commit, signal) =>
      unless(signal, async () => {
        const state = await lookAt(folder);
        return state.ok ? ok(state.value === commit) : state;
      }),
    commitUrl: () => undefined,
  };
};
