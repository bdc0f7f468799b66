import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isBranchName } from '../git/push-commit.ts';
import { rebuildTrees } from '../git/rebuild-trees.ts';
import { encodePath } from '../git/repository-page.ts';
import { splitAddress } from '../git/split-address.ts';
import { splitFolder } from '../git/walk-folder.ts';
import type { Author, CommitId, GitHost, HostFailure } from '../git-host.ts';
import { orderCommit, readOrder, writeOrder } from '../github/commit-order.ts';
import { isAncestor, readBetween } from '../github/find-in-history.ts';
import { type GithubAddress, githubAddress } from '../github/github-address.ts';
import { type ClientOptions, type GithubClient, githubClient } from '../github/github-client.ts';
import {
  carriesOperation,
  nameExpected,
  nameInMessage,
  readExpected,
} from '../github/landed-commits.ts';
import {
  emptyFolderShelf,
  type FolderShelf,
  readGithubFolder,
  rememberTop,
} from '../github/read-folder.ts';
import { readGithubBlobs } from '../github/read-github-blobs.ts';
import { readHead } from '../github/read-head.ts';
import { createBranch, sendCommit } from '../github/send-commit.ts';
import { sendMerge } from '../github/send-merge.ts';

export type GithubHostOptions = ClientOptions & {
  /** Address of the repository's page: `https://github.com/OWNER/NAME`, or of a GitHub Enterprise Server. */
  url: string;
  branch: string;
  /** Program folder below the root, `/` separated; empty when the repository is the program. */
  folder: string;
  /** Branch to start from while `branch` does not exist; the first push makes it (rulings A1). */
  startFrom?: string;
};

type Connection = {
  options: GithubHostOptions;
  client: GithubClient;
  folder: readonly string[];
  shelf: FolderShelf;
  /** Real ids by the names that `prepare` gave. */
  landed: Map<CommitId, CommitId>;
  /** Undefined until the head was read. */
  branchExists: boolean | undefined;
};

const realId = ({ landed }: Connection, id: CommitId): CommitId => landed.get(id) ?? id;

const findHead = async (
  connection: Connection,
  seen: CommitId | undefined,
  signal: AbortSignal,
): Promise<Result<CommitId | 'unchanged', HostFailure>> => {
  const { client, options } = connection;
  const { branch, startFrom } = options;
  if (!isBranchName(branch))
    return refuse('branch-not-found', client.address.rest, { detail: branch });
  const head = await readHead(client, branch, seen, signal);
  const isMissing = !head.ok && head.error.code === 'branch-not-found';
  if (head.ok || isMissing) connection.branchExists = head.ok;
  return isMissing && startFrom !== undefined ? readHead(client, startFrom, seen, signal) : head;
};

const readNewestHead = (
  connection: Connection,
  seen: CommitId | undefined,
  signal: AbortSignal,
): Promise<Result<CommitId | 'unchanged', HostFailure>> => {
  const known = seen === undefined ? undefined : realId(connection, seen);
  // A name from an earlier life: what became of it is not known here, so the head is read plainly.
  const isReal = known !== undefined && readExpected(known) === undefined;
  return findHead(connection, isReal ? known : undefined, signal);
};

const readFolder = (connection: Connection, commit: CommitId, signal: AbortSignal) => {
  const { client, shelf, folder } = connection;
  return readGithubFolder(client, shelf, folder, realId(connection, commit), signal);
};

type Prepare = GitHost['prepare'];

const prepare = async (
  connection: Connection,
  [on, changes, asked, _author, at, signal, onto]: Parameters<Prepare>,
): ReturnType<Prepare> => {
  const { client, shelf, folder } = connection;
  const parent = realId(connection, on);
  const read = await readFolder(connection, parent, signal);
  if (!read.ok) return read;
  // The trees after the change are only made to see that nothing odd is in the way, and to be read from later.
  const rebuilt = await rebuildTrees((id) => shelf.trees.get(id), read.value.top, [], changes);
  if (!rebuilt.ok) return refuse('unsafe-path', client.address.rest, { detail: rebuilt.error });
  for (const [id, object] of rebuilt.value.objects)
    if (object.type === 'tree') shelf.trees.set(id, object.body);
  const paths = new Set(read.value.walk.files.map((file) => file.path));
  const { operation, message } = await nameInMessage(asked, [parent, onto, changes, at]);
  const order = orderCommit(parent, folder, changes, message, (path) => paths.has(path));
  const id = nameExpected({ parent, operation });
  rememberTop(shelf, id, rebuilt.value.root);
  if (onto === undefined) return ok({ id, parent, payload: writeOrder(order) });
  const over = realId(connection, onto);
  return ok({ id, parent: over, payload: writeOrder({ ...order, over }) });
};

/** Makes the branch first when it is not there: the mutation commits on existing branches only. */
const makeBranch = async (connection: Connection, parent: CommitId, signal: AbortSignal) => {
  const { client, options } = connection;
  if (connection.branchExists === undefined && options.startFrom !== undefined) {
    const head = await findHead(connection, undefined, signal);
    if (!head.ok) return head;
  }
  if (connection.branchExists !== false) return ok('made' as const);
  const made = await createBranch(client, options.branch, parent, signal);
  if (made.ok) connection.branchExists = true;
  return made;
};

const push = async (
  connection: Connection,
  prepared: Parameters<GitHost['push']>[0],
  signal: AbortSignal,
): Promise<Result<'pushed' | 'moved', HostFailure>> => {
  const { client, options, shelf } = connection;
  const made = await makeBranch(connection, prepared.parent, signal);
  if (!made.ok) return made;
  if (made.value === 'moved') return ok('moved');
  const order = readOrder(prepared.payload);
  const sent =
    order.over === undefined
      ? await sendCommit(client, options.branch, order, signal)
      : await sendMerge(client, options.branch, order, order.over, signal);
  if (!sent.ok) return sent;
  if (sent.value === 'moved') return ok('moved');
  connection.landed.set(prepared.id, sent.value.id);
  const top = shelf.tops.get(prepared.id);
  if (top !== undefined) rememberTop(shelf, sent.value.id, top);
  return ok('pushed');
};

const findOperation = async (
  connection: Connection,
  id: CommitId,
  head: CommitId,
  signal: AbortSignal,
): Promise<Result<boolean, HostFailure>> => {
  const expected = readExpected(id);
  if (expected === undefined) return isAncestor(connection.client, id, head, signal);
  const { parent, operation } = expected;
  const isIt = ({ message }: { message: string }) => carriesOperation(message, operation);
  const between = await readBetween(connection.client, parent, head, isIt, signal);
  if (!between.ok) return between;
  const found = between.value.find(isIt);
  if (found !== undefined) connection.landed.set(id, found.id);
  return ok(found !== undefined);
};

const contains = async (
  connection: Connection,
  commit: CommitId,
  signal: AbortSignal,
): Promise<Result<boolean, HostFailure>> => {
  const head = await findHead(connection, undefined, signal);
  return head.ok ? findOperation(connection, realId(connection, commit), head.value, signal) : head;
};

const authorsBetween = async (
  connection: Connection,
  from: CommitId,
  to: CommitId,
  signal: AbortSignal,
): Promise<Result<readonly Author[], HostFailure>> => {
  const [base, head] = [realId(connection, from), realId(connection, to)];
  const between = await readBetween(connection.client, base, head, () => false, signal);
  if (!between.ok) return between;
  const authors = between.value
    .toReversed()
    .map(({ name, email }) => [email, { name, email }] as const);
  return ok([...new Map(authors).values()]);
};

const hostOf = (connection: Connection, address: GithubAddress): GitHost => ({
  head: (seen, signal) => readNewestHead(connection, seen, signal),
  tree: async (commit, signal) => {
    const read = await readFolder(connection, commit, signal);
    return read.ok ? ok(read.value.walk.files) : read;
  },
  blobs: (ids, signal) => readGithubBlobs(connection.client, ids, signal),
  prepare: (...asked) => prepare(connection, asked),
  canMerge: true,
  push: (prepared, signal) => push(connection, prepared, signal),
  contains: (commit, signal) => contains(connection, commit, signal),
  landed: (prepared) => connection.landed.get(prepared),
  commitUrl: (commit) => {
    const id = realId(connection, commit);
    return readExpected(id) === undefined ? `${address.web}/commit/${id}` : undefined;
  },
  branchUrl: () => `${address.web}/tree/${encodePath(connection.options.branch)}`,
  authorsBetween: (from, to, signal) => authorsBetween(connection, from, to, signal),
});

/** A host that is none: every call says so. */
const refusing = (failure: Result<never, HostFailure>): GitHost => ({
  head: async () => failure,
  tree: async () => failure,
  blobs: async () => failure,
  prepare: async () => failure,
  push: async () => failure,
  contains: async () => failure,
  commitUrl: () => undefined,
});

/**
 * A program folder of a repository on GitHub through its API alone (rulings A5, D1): no Git endpoint is needed. GitHub
 * makes the commits, signs them and vouches for their author; `author` and `at` of `prepare` are not sent. A commit is
 * known by the trailer `Milepost-Operation` until it landed.
 */
export const githubHost = (options: GithubHostOptions): GitHost => {
  // Credentials written into the address are used, and never shown: an address ends up in messages.
  const { url, password } = splitAddress(options.url);
  const address = githubAddress(url);
  if (address === undefined) return refusing(refuse('not-a-git-host', url));
  const folder = splitFolder(options.folder);
  if (folder === undefined)
    return refusing(refuse('folder-not-found', url, { detail: options.folder }));
  const client = githubClient(address, { ...options, token: options.token ?? password });
  const landed = new Map<CommitId, CommitId>();
  const shelf = emptyFolderShelf();
  return hostOf({ options, client, folder, shelf, landed, branchExists: undefined }, address);
};
