import { ok, type Result } from '@milepost/shared/result';
import { Octokit } from '@octokit/core';
import { refuse } from '../git/git-failure.ts';
import { type Fetch, type HttpLimits, httpLimits } from '../git/http-request.ts';
import type { HostFailure } from '../git-host.ts';
import { fetchBounded } from './bounded-fetch.ts';
import type { GithubAddress } from './github-address.ts';
import { type GithubAnswer, judgeAnswer } from './github-failure.ts';

export type ClientOptions = {
  token?: string | undefined;
  fetch?: Fetch | undefined;
  limits?: Partial<HttpLimits> | undefined;
};

/** A connection to the API of one GitHub for one repository. The token is in `octokit` and nowhere else. */
export type GithubClient = {
  address: GithubAddress;
  octokit: Octokit;
  fetch: Fetch;
  limits: HttpLimits;
};

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

export const githubClient = (address: GithubAddress, options: ClientOptions): GithubClient => ({
  address,
  octokit: new Octokit({
    baseUrl: address.rest,
    log,
    ...(options.token === undefined || options.token === '' ? {} : { auth: options.token }),
  }),
  fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
  limits: { ...httpLimits, ...options.limits },
});

/** What Octokit passes on with one request. */
export type RequestParts = { request: { fetch: Fetch; log: typeof log } };

type Line = { answer: Result<GithubAnswer, HostFailure> | undefined };

const noBody = new Set([204, 205, 304]);

/** A fetch for Octokit that keeps what really happened, for a thrown error says less. */
const openLine = (client: GithubClient, signal: AbortSignal) => {
  const line: Line = { answer: undefined };
  const fetchIt: Fetch = async (url, init) => {
    const answer = await fetchBounded(client.fetch, url, init, signal, client.limits);
    line.answer = answer;
    if (!answer.ok) throw new Error(answer.error.code);
    const { status, headers, text } = answer.value;
    return new Response(noBody.has(status) ? null : text, { status, headers });
  };
  return { line, parts: { request: { fetch: fetchIt, log } } };
};

export type Asked<Data> = Result<{ data: Data; status: number; headers: Headers }, HostFailure>;

/** What a call needs of a fine-grained token, for the message when it is refused. */
export type Needs = readonly string[];

const judgeLine = (client: GithubClient, line: Line, needs: Needs): Result<never, HostFailure> => {
  const { answer } = line;
  const url = client.address.rest;
  if (answer === undefined) return refuse('corrupt-answer', url);
  if (!answer.ok) return answer;
  if (answer.value.status >= 400) return judgeAnswer(answer.value, needs, Date.now());
  return refuse('corrupt-answer', answer.value.url, { status: answer.value.status });
};

/**
 * One request through Octokit. `undefined` data: not modified. Answers of 400 and above, and everything that is not an
 * answer, are failures; nothing is thrown.
 */
export const ask = async <Data>(
  client: GithubClient,
  needs: Needs,
  signal: AbortSignal,
  work: (octokit: Octokit, parts: RequestParts) => Promise<{ data: Data }>,
): Promise<Asked<Data | undefined>> => {
  const { line, parts } = openLine(client, signal);
  try {
    const { data } = await work(client.octokit, parts);
    if (line.answer?.ok !== true) return judgeLine(client, line, needs);
    const { status, headers } = line.answer.value;
    return ok({ data, status, headers });
  } catch (error) {
    if (line.answer === undefined) throw error;
    const answer = line.answer.ok ? line.answer.value : undefined;
    if (answer?.status !== 304) return judgeLine(client, line, needs);
    return ok({ data: undefined, status: answer.status, headers: answer.headers });
  }
};
