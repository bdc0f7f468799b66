import { fail, ok, type Result } from '@milepost/shared/result';
import { readAuthorsBetween } from '../git/authors-between.ts';
import { branchUrl } from '../git/branch-url.ts';
import { buildCommit } from '../git/commit.ts';
import { isInHistory } from '../git/commit-history.ts';
import { commitUrl } from '../git/commit-url.ts';
import { type ReaderContext, readFolder } from '../git/folder-reader.ts';
import { refuse } from '../git/git-failure.ts';
import { type GitTransport, gitTransport } from '../git/git-transport.ts';
import type { Fetch, HttpLimits } from '../git/http-request.ts';
import { joinBytes } from '../git/join-bytes.ts';
import { listRefs } from '../git/list-refs.ts';
import { type GitObject, noObject, objectId } from '../git/object-id.ts';
import { emptyShelf, putOnShelf, type SnapshotCache } from '../git/object-shelf.ts';
import { isBranchName, isNotUnpacked, pushCommit, renderPush } from '../git/push-commit.ts';
import { readBlobs } from '../git/read-blobs.ts';
import { type Capabilities, readCapabilities } from '../git/read-capabilities.ts';
import { basesOf, rebuildTrees } from '../git/rebuild-trees.ts';
import { splitFolder } from '../git/walk-folder.ts';
import type { Author, GitHost, HostFailure } from '../git-host.ts';

export type GitHostOptions = {
  /** http or https address of the repository. */
  url: string;
  branch: string;
  /** Program folder below the root, `/` separated; empty when the repository is the program. */
  folder: string;
  token?: string;
  /** User name sent with the token, for hosts that want one. */
  user?: string;
  /** Branch to start from while `branch` does not exist; the first push creates it (rulings A1). */
  startFrom?: string;
  fetch?: Fetch;
  limits?: Partial<HttpLimits>;
  /** Keeps trees between lives, so that the first read of a new life is a delta. */
  snapshots?: SnapshotCache;
};

type Branch = { id: string; exists: boolean };
type Failed = Result<never, HostFailure>;

const refOf = (branch: string) => `refs/heads/${branch}`;

/** State of one connection: what the server can do, and whether the branch exists. */
type Connection = {
  options: GitHostOptions;
  transport: GitTransport;
  shelf: ReturnType<typeof emptyShelf>;
  can: Capabilities | undefined;
  branchExists: boolean;
  /** The newest prepared commit with every object whole, for servers that take no differences. */
  whole: { id: string; render: () => Promise<Uint8Array<ArrayBuffer>> } | undefined;
};

const learnCapabilities = async (
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<Capabilities, HostFailure>> => {
  if (connection.can !== undefined) return ok(connection.can);
  const { transport } = connection;
  const answer = await transport.advertise('git-upload-pack', signal);
  const read = answer.ok ? readCapabilities(answer.value, transport.url) : answer;
  if (read.ok) connection.can = read.value;
  return read;
};

const readerOf = async (
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<ReaderContext, HostFailure>> => {
  const { options, transport, shelf } = connection;
  const folder = splitFolder(options.folder);
  if (folder === undefined)
    return refuse('folder-not-found', transport.url, { detail: options.folder });
  const can = await learnCapabilities(connection, signal);
  if (!can.ok) return can;
  return ok({ transport, shelf, snapshots: options.snapshots, folder, can: can.value });
};

const findBranch = async (
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<Branch, HostFailure>> => {
  const { options, transport } = connection;
  const names = [options.branch, options.startFrom].filter((name) => name !== undefined);
  const refs = await listRefs(transport, names.map(refOf), signal);
  if (!refs.ok) return refs;
  for (const name of names) {
    const ref = refs.value.find((candidate) => candidate.name === refOf(name));
    if (ref === undefined) continue;
    connection.branchExists = name === options.branch;
    return ok({ id: ref.id, exists: connection.branchExists });
  }
  return refuse('branch-not-found', transport.url, { detail: options.branch });
};

const readHead = async (
  connection: Connection,
  seen: string | undefined,
  signal: AbortSignal,
): Promise<Result<string, HostFailure>> => {
  const { options, transport } = connection;
  if (!URL.canParse(options.url) || !/^https?:/.test(options.url))
    return refuse('not-a-git-host', transport.url);
  if (!isBranchName(options.branch))
    return refuse('branch-not-found', transport.url, { detail: options.branch });
  // Whoever has seen a commit has spoken with this server before: the poll stays one request.
  const can = seen === undefined ? await learnCapabilities(connection, signal) : ok(undefined);
  if (!can.ok) return can;
  const branch = await findBranch(connection, signal);
  if (!branch.ok) return branch;
  return ok(branch.value.id === seen ? 'unchanged' : branch.value.id);
};

type Prepare = GitHost['prepare'];

const prepareCommit = async (
  connection: Connection,
  [parent, changes, message, author, at, signal, over]: Parameters<Prepare>,
): ReturnType<Prepare> => {
  const reader = await readerOf(connection, signal);
  if (!reader.ok) return reader;
  const read = await readFolder(reader.value, parent, signal);
  if (!read.ok) return read;
  const { shelf, transport, options } = connection;
  const treeOf = (id: string) => shelf.trees.get(id);
  const rebuilt = await rebuildTrees(treeOf, read.value.tree, reader.value.folder, changes);
  if (!rebuilt.ok) return refuse('unsafe-path', transport.url, { detail: rebuilt.error });
  const parents = over === undefined ? [parent] : [parent, over];
  const body = buildCommit({ tree: rebuilt.value.root, parents }, message, author, at);
  const commit: GitObject = { type: 'commit', body };
  const id = await objectId(commit);
  const objects = [...rebuilt.value.objects.values(), commit];
  putOnShelf(shelf, [...rebuilt.value.objects, [id, commit]]);
  const place = over ?? parent;
  const from = connection.branchExists ? place : noObject;
  const ref = refOf(options.branch);
  connection.whole = { id, render: () => renderPush(ref, from, id, objects) };
  const payload = await renderPush(ref, from, id, objects, basesOf(rebuilt.value, treeOf));
  return ok({ id, parent: place, payload });
};

/** Sends a prepared commit; once more with whole objects where the server could not read their differences. */
const sendPush = async (
  { transport, options, whole }: Connection,
  prepared: Parameters<GitHost['push']>[0],
  signal: AbortSignal,
): Promise<Result<'pushed' | 'moved', HostFailure>> => {
  const ref = refOf(options.branch);
  const sent = await pushCommit(transport, ref, joinBytes([prepared.payload]), signal);
  if (sent.ok || !isNotUnpacked(sent.error) || whole?.id !== prepared.id) return sent;
  return pushCommit(transport, ref, await whole.render(), signal);
};

const push = async (
  connection: Connection,
  prepared: Parameters<GitHost['push']>[0],
  signal: AbortSignal,
): Promise<Result<'pushed' | 'moved', HostFailure>> => {
  const { transport } = connection;
  const pushed = await sendPush(connection, prepared, signal);
  if (pushed.ok && pushed.value === 'pushed') connection.branchExists = true;
  if (!pushed.ok || pushed.value === 'pushed') return pushed;
  // Hosts say "failed to update ref" for more than one reason: only a branch that moved has moved.
  const branch = await findBranch(connection, signal);
  if (!branch.ok && branch.error.code !== 'branch-not-found') return fail(branch.error);
  if (branch.ok && branch.value.id === prepared.parent && branch.value.exists)
    return refuse('host-error', transport.url, { detail: 'the host did not update the branch' });
  return pushed;
};

const contains = async (
  connection: Connection,
  commit: string,
  signal: AbortSignal,
): Promise<Result<boolean, HostFailure>> => {
  const can = await learnCapabilities(connection, signal);
  if (!can.ok) return can;
  const branch = await findBranch(connection, signal);
  if (!branch.ok) return branch;
  return isInHistory(connection.transport, branch.value.id, commit, can.value.filter, signal);
};

const authorsBetween = async (
  connection: Connection,
  [from, to, signal]: [from: string, to: string, signal: AbortSignal],
): Promise<Result<readonly Author[], HostFailure>> => {
  const can = await learnCapabilities(connection, signal);
  if (!can.ok) return can;
  // Without `filter` every file of these commits would come along: nobody is named then.
  return can.value.filter ? readAuthorsBetween(connection.transport, from, to, signal) : ok([]);
};

/** A program folder of a Git repository over smart HTTP, protocol v2, for every host that speaks it (spec of hosts, 6). */
export const gitHost = (options: GitHostOptions): GitHost => {
  const connection: Connection = {
    options,
    transport: gitTransport(options),
    shelf: emptyShelf(),
    can: undefined,
    branchExists: true,
    whole: undefined,
  };
  const read = async <Value>(
    signal: AbortSignal,
    use: (reader: ReaderContext) => Promise<Result<Value, HostFailure>>,
  ): Promise<Result<Value, HostFailure>> => {
    const reader: Result<ReaderContext, HostFailure> | Failed = await readerOf(connection, signal);
    return reader.ok ? use(reader.value) : reader;
  };
  return {
    head: (seen, signal) => readHead(connection, seen, signal),
    tree: (commit, signal) =>
      read(signal, async (reader) => {
        const folder = await readFolder(reader, commit, signal);
        return folder.ok ? ok(folder.value.walk.files) : folder;
      }),
    blobs: (ids, signal) => read(signal, (reader) => readBlobs(reader, ids, signal)),
    prepare: (...asked) => prepareCommit(connection, asked),
    canMerge: true,
    push: (prepared, signal) => push(connection, prepared, signal),
    contains: (commit, signal) => contains(connection, commit, signal),
    commitUrl: (commit) => commitUrl(options.url, commit),
    branchUrl: () => branchUrl(options.url, options.branch),
    authorsBetween: (...asked) => authorsBetween(connection, asked),
  };
};
