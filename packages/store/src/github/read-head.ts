import { fail, ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isObjectId } from '../git/object-id.ts';
import type { HostFailure } from '../git-host.ts';
import { isData } from './ask-graphql.ts';
import { ask, type GithubClient } from './github-client.ts';

const needs = ['contents=read'];

/** The bare id, or the whole commit from a server that does not know the media type. */
const idIn = (data: unknown): string | undefined => {
  const id = isData(data) ? data.sha : data;
  return typeof id === 'string' && isObjectId(id.trim()) ? id.trim() : undefined;
};

/** "Not found" is said of a repository and of a branch alike: the repository is asked for. */
const tellApart = async (
  client: GithubClient,
  branch: string,
  failure: HostFailure,
  signal: AbortSignal,
): Promise<Result<never, HostFailure>> => {
  const { owner, name, rest } = client.address;
  // 422: no such commit; 409: an empty repository has no branch.
  const isBranch = failure.status === 422 || failure.status === 409;
  if (!isBranch && failure.code !== 'not-found') return fail(failure);
  if (isBranch) return refuse('branch-not-found', rest, { detail: branch });
  const repository = await ask(client, needs, signal, (octokit, parts) =>
    octokit.request('GET /repos/{owner}/{repo}', { owner, repo: name, ...parts }),
  );
  return repository.ok ? refuse('branch-not-found', rest, { detail: branch }) : repository;
};

/**
 * Head of a branch; `unchanged` when it still is `seen`. One conditional request: GitHub takes the commit's id for the
 * ETag of its bare-id answer, so nothing has to be kept between lives, and a 304 costs nothing of the rate limit.
 */
export const readHead = async (
  client: GithubClient,
  branch: string,
  seen: string | undefined,
  signal: AbortSignal,
): Promise<Result<string, HostFailure>> => {
  const { owner, name, rest } = client.address;
  const headers = seen === undefined ? {} : { 'if-none-match': `"${seen}"` };
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      owner,
      repo: name,
      ref: `heads/${branch}`,
      mediaType: { format: 'sha' },
      headers,
      ...parts,
    }),
  );
  if (!asked.ok) return tellApart(client, branch, asked.error, signal);
  if (asked.value.status === 304) return ok('unchanged');
  const id = idIn(asked.value.data);
  if (id === undefined) return refuse('corrupt-answer', rest, { detail: 'no commit id' });
  return ok(id === seen ? 'unchanged' : id);
};
