import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isObjectId } from '../git/object-id.ts';
import type { HostFailure } from '../git-host.ts';
import { isData } from './ask-graphql.ts';
import { ask, type GithubClient } from './github-client.ts';

export type HistoryCommit = { id: string; message: string; name: string; email: string };

/** Commits that `head` has and `base` has not, oldest first, one page; `contained`: `base` is in the history of `head`. */
type Page = { contained: boolean; total: number; commits: readonly HistoryCommit[] };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const toCommit = (value: unknown): HistoryCommit => {
  const { sha, commit } = isData(value) ? value : {};
  const { message, author } = isData(commit) ? commit : {};
  const { name, email } = isData(author) ? author : {};
  return {
    id: textOf(sha),
    message: textOf(message),
    name: textOf(name),
    email: textOf(email),
  };
};

const perPage = 100;

/** Undefined when the host knows no such commit. */
export const comparePage = async (
  client: GithubClient,
  base: string,
  head: string,
  page: number,
  signal: AbortSignal,
): Promise<Result<Page | undefined, HostFailure>> => {
  const { owner, name, rest } = client.address;
  const asked = await ask<unknown>(client, ['contents=read'], signal, (octokit, parts) =>
    octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      owner,
      repo: name,
      basehead: `${base}...${head}`,
      per_page: perPage,
      page,
      ...parts,
    }),
  );
  if (!asked.ok)
    return asked.error.status === 404 || asked.error.status === 422 ? ok(undefined) : asked;
  const data = isData(asked.value.data) ? asked.value.data : {};
  const { status, total_commits: total, commits } = data;
  if (typeof status !== 'string' || typeof total !== 'number' || !Array.isArray(commits))
    return refuse('corrupt-answer', rest, { detail: 'no comparison' });
  const contained = status === 'ahead' || status === 'identical';
  return ok({ contained, total, commits: commits.map(toCommit) });
};

/** Whether a commit is `head` or an ancestor of it. The caller has just read `head`: "not found" means the commit. */
export const isAncestor = async (
  client: GithubClient,
  commit: string,
  head: string,
  signal: AbortSignal,
): Promise<Result<boolean, HostFailure>> => {
  if (commit === head) return ok(true);
  if (!isObjectId(commit)) return ok(false);
  const page = await comparePage(client, commit, head, 1, signal);
  return page.ok ? ok(page.value?.contained ?? false) : page;
};

const mostPages = 100;

/** Commits between two, oldest first, until `stop` says it has seen enough. */
export const readBetween = async (
  client: GithubClient,
  base: string,
  head: string,
  stop: (commit: HistoryCommit) => boolean,
  signal: AbortSignal,
): Promise<Result<readonly HistoryCommit[], HostFailure>> => {
  const found: HistoryCommit[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const read = await comparePage(client, base, head, page, signal);
    if (!read.ok) return read;
    const { commits, total } = read.value ?? { commits: [], total: 0 };
    found.push(...commits);
    if (commits.some(stop) || commits.length === 0 || found.length >= total) return ok(found);
  }
  return refuse('too-large', client.address.rest, { detail: 'too many commits in between' });
};
