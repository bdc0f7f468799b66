import { fail, ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { encodeText } from '../git/join-bytes.ts';
import { isObjectId } from '../git/object-id.ts';
import { classifyRefusal } from '../git/push-commit.ts';
import type { HostFailure } from '../git-host.ts';
import { askGraphql, type GraphqlError, isData, judgeError } from './ask-graphql.ts';
import type { CommitOrder } from './commit-order.ts';
import { ask, type GithubClient } from './github-client.ts';
import { readHead } from './read-head.ts';

const needs = ['contents=write'];

const commitMutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

const toBase64 = (text: string): string => {
  let binary = '';
  for (const byte of encodeText(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
};

const toFileChanges = (files: CommitOrder['files']) => ({
  additions: files.flatMap(({ path, text }) =>
    text === null ? [] : [{ path, contents: toBase64(text) }],
  ),
  deletions: files.flatMap(({ path, text }) => (text === null ? [{ path }] : [])),
});

const protectedTypes = new Set(['BRANCH_PROTECTION_RULE_VIOLATION']);
export const protectedWords =
  /protected branch|through a pull request|rule violations?|approving review/i;
const movedWords = /expected branch to point to|pull and try again/i;

type Told = 'moved' | 'protected-branch' | 'hook-declined' | 'host-error';

/** Which refusal an error of the mutation is: by its type where GitHub has one, by its words where it has none. */
export const classifyError = ({ type, message }: GraphqlError): Told => {
  if (type === 'STALE_DATA' || movedWords.test(message)) return 'moved';
  if (protectedTypes.has(type) || protectedWords.test(message)) return 'protected-branch';
  // What the repository's rules refuse and sending again would not change.
  return type === 'UNPROCESSABLE' ? 'hook-declined' : 'host-error';
};

/** A branch that is gone answers like one that moved, or with NOT_FOUND: only a branch that is elsewhere has moved. */
export const lookWhere = async (
  client: GithubClient,
  branch: string,
  parent: string,
  message: string,
  signal: AbortSignal,
): Promise<Result<'moved', HostFailure>> => {
  const head = await readHead(client, branch, parent, signal);
  if (!head.ok) return head;
  return head.value === 'unchanged'
    ? refuse('host-error', client.address.graphql, { detail: message })
    : ok('moved');
};

const judgeCommitError = async (
  client: GithubClient,
  branch: string,
  parent: string,
  error: GraphqlError,
  headers: Headers,
  signal: AbortSignal,
): Promise<Result<'moved', HostFailure>> => {
  const known = judgeError(client, error, headers, needs);
  if (known !== undefined) return known;
  const told = classifyError(error);
  if (told !== 'moved' && error.type !== 'NOT_FOUND')
    return refuse(told, client.address.graphql, { detail: error.message });
  return lookWhere(client, branch, parent, error.message, signal);
};

/** Sends the order with the head it was made for; GitHub takes it only there, and vouches for its author. */
export const sendCommit = async (
  client: GithubClient,
  branch: string,
  order: CommitOrder,
  signal: AbortSignal,
): Promise<Result<{ id: string } | 'moved', HostFailure>> => {
  const { owner, name, graphql } = client.address;
  const { parent, headline, body, files } = order;
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: branch },
    expectedHeadOid: parent,
    message: { headline, ...(body === '' ? {} : { body }) },
    fileChanges: toFileChanges(files),
  };
  const answer = await askGraphql(client, commitMutation, { input }, needs, signal);
  if (!answer.ok) return answer;
  const { data, errors, headers } = answer.value;
  const [error] = errors;
  if (error !== undefined) return judgeCommitError(client, branch, parent, error, headers, signal);
  const made = isData(data.createCommitOnBranch) ? data.createCommitOnBranch.commit : undefined;
  const id = isData(made) ? made.oid : undefined;
  return typeof id === 'string' && isObjectId(id)
    ? ok({ id })
    : refuse('corrupt-answer', graphql, { detail: 'no commit came back' });
};

/** Makes a branch at a commit. `moved`: somebody else made it first. */
export const createBranch = async (
  client: GithubClient,
  branch: string,
  commit: string,
  signal: AbortSignal,
): Promise<Result<'made' | 'moved', HostFailure>> => {
  const { owner, name } = client.address;
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request('POST /repos/{owner}/{repo}/git/refs', {
      owner,
      repo: name,
      ref: `refs/heads/${branch}`,
      sha: commit,
      ...parts,
    }),
  );
  if (asked.ok) return ok('made');
  const { error } = asked;
  if (error.status !== 422) return fail(error);
  const told = classifyRefusal(error.detail ?? '', '');
  if (told === 'moved') return ok('moved');
  return fail({
    ...error,
    code: protectedWords.test(error.detail ?? '') ? 'protected-branch' : 'hook-declined',
  });
};
