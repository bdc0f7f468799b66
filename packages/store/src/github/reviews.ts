import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isObjectId } from '../git/object-id.ts';
import type { HostFailure, Review, ReviewHost } from '../git-host.ts';
import { isData } from './ask-graphql.ts';
import { githubAddress } from './github-address.ts';
import { ask, type ClientOptions, type GithubClient, githubClient } from './github-client.ts';

export type ReviewOptions = ClientOptions & {
  /** Address of the repository. */
  url: string;
  /** The proposal branch. */
  branch: string;
  /** The program branch. */
  into: string;
};

type Place = Pick<ReviewOptions, 'branch' | 'into'>;

const stateOf = (pull: Readonly<Record<string, unknown>>): Review['state'] => {
  if (typeof pull.merged_at === 'string') return 'merged';
  if (pull.state !== 'open') return 'closed';
  return pull.draft === true ? 'draft' : 'open';
};

const toReview = (client: GithubClient, value: unknown): Result<Review, HostFailure> => {
  const { rest } = client.address;
  const pull = isData(value) ? value : {};
  const head = isData(pull.head) ? pull.head.sha : undefined;
  const { html_url: url } = pull;
  if (typeof head !== 'string' || !isObjectId(head) || typeof url !== 'string')
    return refuse('corrupt-answer', rest, { detail: 'no pull request' });
  return ok({ state: stateOf(pull), url, head });
};

const latestReview = async (
  client: GithubClient,
  place: Place,
  signal: AbortSignal,
): Promise<Result<Review | undefined, HostFailure>> => {
  const { owner, name, rest } = client.address;
  const asked = await ask<unknown>(client, ['pull_requests=read'], signal, (octokit, parts) =>
    octokit.request('GET /repos/{owner}/{repo}/pulls', {
      owner,
      repo: name,
      head: `${owner}:${place.branch}`,
      base: place.into,
      state: 'all',
      sort: 'created',
      direction: 'desc',
      per_page: 1,
      ...parts,
    }),
  );
  if (!asked.ok) return asked;
  const { data } = asked.value;
  if (!Array.isArray(data)) return refuse('corrupt-answer', rest, { detail: 'no pull requests' });
  return data.length === 0 ? ok(undefined) : toReview(client, data[0]);
};

const openReview = async (
  client: GithubClient,
  place: Place,
  words: { title: string; body: string },
  signal: AbortSignal,
): Promise<Result<Review, HostFailure>> => {
  const { owner, name, rest } = client.address;
  const asked = await ask<unknown>(client, ['pull_requests=write'], signal, (octokit, parts) =>
    octokit.request('POST /repos/{owner}/{repo}/pulls', {
      owner,
      repo: name,
      head: place.branch,
      base: place.into,
      ...words,
      ...parts,
    }),
  );
  if (asked.ok) return toReview(client, asked.value.data);
  if (asked.error.status !== 422) return asked;
  // "A pull request already exists": whoever opened it, it is the one. Another 422 stays what it is.
  const latest = await latestReview(client, place, signal);
  if (!latest.ok) return latest;
  const isOpen = latest.value?.state === 'open' || latest.value?.state === 'draft';
  if (latest.value !== undefined && isOpen) return ok(latest.value);
  return refuse('hook-declined', rest, { status: 422, detail: asked.error.detail ?? '' });
};

/** Pull requests from one branch of the repository into another, through GitHub's API. */
export const githubReviews = (options: ReviewOptions): ReviewHost => {
  const address = githubAddress(options.url);
  const notGithub = refuse('not-a-git-host', options.url);
  if (address === undefined) return { latest: async () => notGithub, open: async () => notGithub };
  const client = githubClient(address, options);
  return {
    latest: (signal) => latestReview(client, options, signal),
    open: (words, signal) => openReview(client, options, words, signal),
  };
};
