import { fail, ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isObjectId } from '../git/object-id.ts';
import type { HostFailure } from '../git-host.ts';
import { isData } from './ask-graphql.ts';
import type { CommitOrder } from './commit-order.ts';
import { ask, type GithubClient } from './github-client.ts';
import { lookWhere, protectedWords } from './send-commit.ts';

const needs = ['contents=write'];

type Id = Promise<Result<string, HostFailure>>;

const idOf = (client: GithubClient, value: unknown): Result<string, HostFailure> => {
  const sha = isData(value) ? value.sha : undefined;
  return typeof sha === 'string' && isObjectId(sha)
    ? ok(sha)
    : refuse('corrupt-answer', client.address.rest, { detail: 'no object id' });
};

const readTree = async (client: GithubClient, commit: string, signal: AbortSignal): Id => {
  const { owner, name } = client.address;
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
      owner,
      repo: name,
      commit_sha: commit,
      ...parts,
    }),
  );
  if (!asked.ok) return asked;
  return idOf(client, isData(asked.value.data) ? asked.value.data.tree : undefined);
};

const makeTree = async (
  client: GithubClient,
  base: string,
  files: CommitOrder['files'],
  signal: AbortSignal,
): Id => {
  if (files.length === 0) return ok(base);
  const { owner, name } = client.address;
  const plain = { mode: '100644', type: 'blob' } as const;
  const tree = files.map(({ path, text }) =>
    text === null ? { ...plain, path, sha: null } : { ...plain, path, content: text },
  );
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request('POST /repos/{owner}/{repo}/git/trees', {
      owner,
      repo: name,
      base_tree: base,
      tree,
      ...parts,
    }),
  );
  return asked.ok ? idOf(client, asked.value.data) : asked;
};

const makeCommit = async (
  client: GithubClient,
  { headline, body, parent, over = '' }: CommitOrder,
  tree: string,
  signal: AbortSignal,
): Id => {
  const { owner, name } = client.address;
  const message = body === '' ? headline : `${headline}\n\n${body}`;
  const parents = [parent, over];
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request('POST /repos/{owner}/{repo}/git/commits', {
      owner,
      repo: name,
      message,
      tree,
      parents,
      ...parts,
    }),
  );
  return asked.ok ? idOf(client, asked.value.data) : asked;
};

/** Never forced: from `over` the merge is a step forward, from anywhere else it is none and GitHub says no. */
const moveBranch = async (
  client: GithubClient,
  branch: string,
  over: string,
  id: string,
  signal: AbortSignal,
): Promise<Result<'moved' | { id: string }, HostFailure>> => {
  const { owner, name } = client.address;
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      owner,
      repo: name,
      ref: `heads/${branch}`,
      sha: id,
      force: false,
      ...parts,
    }),
  );
  if (asked.ok) return ok({ id });
  const { error } = asked;
  if (error.status !== 422) return fail(error);
  const detail = error.detail ?? '';
  if (protectedWords.test(detail)) return fail({ ...error, code: 'protected-branch' });
  return lookWhere(client, branch, over, detail, signal);
};

/**
 * A merge of the branch and another commit, which no mutation makes: tree, commit and branch by REST. What was made stays
 * unseen until the branch moves.
 */
export const sendMerge = async (
  client: GithubClient,
  branch: string,
  order: CommitOrder,
  over: string,
  signal: AbortSignal,
): Promise<Result<'moved' | { id: string }, HostFailure>> => {
  const base = await readTree(client, order.parent, signal);
  if (!base.ok) return base;
  const tree = await makeTree(client, base.value, order.files, signal);
  if (!tree.ok) return tree;
  const commit = await makeCommit(client, order, tree.value, signal);
  if (!commit.ok) return commit;
  return moveBranch(client, branch, over, commit.value, signal);
};
