import { ok, type Result } from '@milepost/shared/result';
import type { SnapshotCache } from '../git/object-shelf.ts';
import { splitFolder } from '../git/walk-folder.ts';
import type { CommitId, GitHost, HostFailure, PreparedCommit } from '../git-host.ts';
import { orderCommit, writeOrder } from '../github/commit-order.ts';
import { nameExpected, nameInMessage, readExpected } from '../github/landed-commits.ts';
import { gitHost } from './git.ts';
import { type GithubHostOptions, githubHost } from './github.ts';

export type OpenGithubOptions = GithubHostOptions & {
  /** `git` where Git endpoints answer us (extension, desktop, command line), `api` in VS Code web (rulings D1). */
  reads: 'git' | 'api';
  snapshots?: SnapshotCache;
};

type Parts = { git: GitHost; api: GitHost; folder: readonly string[] };
type Asked = Parameters<GitHost['prepare']>;

const realId = ({ api }: Parts, id: CommitId): CommitId => api.landed?.(id) ?? id;

const prepare = async (
  parts: Parts,
  [on, changes, asked, author, at, signal, onto]: Asked,
): Promise<Result<PreparedCommit, HostFailure>> => {
  const { git, folder } = parts;
  const parent = realId(parts, on);
  // Built here as well, from trees we hold: a link or an odd name in the way is found before anything is sent.
  const built = await git.prepare(parent, changes, asked, author, at, signal);
  if (!built.ok) return built;
  const files = await git.tree(parent, signal);
  if (!files.ok) return files;
  const paths = new Set(files.value.map((file) => file.path));
  const { operation, message } = await nameInMessage(asked, [parent, onto, changes, at]);
  const order = orderCommit(parent, folder, changes, message, (path) => paths.has(path));
  const id = nameExpected({ parent, operation });
  if (onto === undefined) return ok({ id, parent, payload: writeOrder(order) });
  const over = realId(parts, onto);
  return ok({ id, parent: over, payload: writeOrder({ ...order, over }) });
};

const mixed = (parts: Parts): GitHost => {
  const { git, api } = parts;
  const real = (id: CommitId) => realId(parts, id);
  const isReal = (id: CommitId) => readExpected(id) === undefined;
  return {
    ...api,
    head: (seen, signal) => git.head(seen === undefined ? undefined : real(seen), signal),
    tree: (commit, signal) => git.tree(real(commit), signal),
    blobs: (ids, signal) => git.blobs(ids, signal),
    prepare: (...asked) => prepare(parts, asked),
    contains: (commit, signal) => (isReal(real(commit)) ? git : api).contains(real(commit), signal),
  };
};

/**
 * A program on GitHub as rulings A5 wants it: commits go through the API, where GitHub vouches for their author; reading
 * is Git's, which sends less, or the API's where no Git endpoint can be reached. Pull requests: `githubReviews`.
 */
export const openGithubHost = (options: OpenGithubOptions): GitHost => {
  const api = githubHost(options);
  if (options.reads === 'api') return api;
  const { url, branch, folder, token, startFrom, fetch, limits, snapshots } = options;
  const git = gitHost({
    url,
    branch,
    folder,
    ...(token === undefined ? {} : { token }),
    ...(startFrom === undefined ? {} : { startFrom }),
    ...(fetch === undefined ? {} : { fetch }),
    ...(limits === undefined ? {} : { limits }),
    ...(snapshots === undefined ? {} : { snapshots }),
  });
  return mixed({ git, api, folder: splitFolder(folder) ?? [] });
};
