import { fail, ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { isObjectId } from '../git/object-id.ts';
import { splitAddress } from '../git/split-address.ts';
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

/** Whoever reads them here proposes, too: one permission is named, the wider one. */
const needs = ['pull_requests=write'];

type Place = Pick<ReviewOptions, 'branch' | 'into'>;

const stateOf = (pull: Readonly<Record<string, unknown>>): Review['state'] => {
  if (typeof pull.merged_at === 'string') return 'merged';
  if (pull.state !== 'open') return 'closed';
  return pull.draft === true ? 'draft' : 'open';
};

const toReview = (client: GithubClient, value: unknown): Result<Review, HostFailure> => {
  const { rest, web } = client.address;
  const pull = isData(value) ? value : {};
  const head = isData(pull.head) ? pull.head.sha : undefined;
  const { number } = pull;
  if (typeof head !== 'string' || !isObjectId(head) || typeof number !== 'number')
    return refuse('corrupt-answer', rest, { detail: 'no pull request' });
  return ok({ state: stateOf(pull), url: `${web}/pull/${number}`, head });
};

const latestReview = async (
  client: GithubClient,
  place: Place,
  signal: AbortSignal,
): Promise<Result<Review | undefined, HostFailure>> => {
  const { owner, name, rest } = client.address;
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
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

const isOpen = (review: Review | undefined): boolean =>
  review?.state === 'open' || review?.state === 'draft';

const createReview = async (
  client: GithubClient,
  place: Place,
  words: { title: string; body: string },
  signal: AbortSignal,
): Promise<Result<Review, HostFailure>> => {
  const { owner, name } = client.address;
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request('POST /repos/{owner}/{repo}/pulls', {
      owner,
      repo: name,
      head: place.branch,
      base: place.into,
      ...words,
      ...parts,
    }),
  );
  return asked.ok ? toReview(client, asked.value.data) : asked;
};

const openReview = async (
  client: GithubClient,
  place: Place,
  words: { title: string; body: string },
  signal: AbortSignal,
): Promise<Result<Review, HostFailure>> => {
  const before = await latestReview(client, place, signal);
  if (!before.ok) return before;
  if (before.value !== undefined && isOpen(before.value)) return ok(before.value);
  const created = await createReview(client, place, words, signal);
  if (created.ok || created.error.status !== 422) return created;
  // "A pull request already exists": somebody was quicker. Another 422 is a rule that says no.
  const after = await latestReview(client, place, signal);
  if (!after.ok) return after;
  return after.value !== undefined && isOpen(after.value)
    ? ok(after.value)
    : fail({ ...created.error, code: 'hook-declined' });
};

/** Pull requests from one branch of the repository into another, through GitHub's API. */
export const githubReviews = (options: ReviewOptions): ReviewHost => {
  const { url, password } = splitAddress(options.url);
  const address = githubAddress(url);
  const notGithub = refuse('not-a-git-host', url);
  if (address === undefined) return { latest: async () => notGithub, open: async () => notGithub };
  const client = githubClient(address, { ...options, token: options.token ?? password });
  return {
    latest: (signal) => latestReview(client, options, signal),
    open: (words, signal) => openReview(client, options, words, signal),
  };
};
