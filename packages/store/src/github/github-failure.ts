import { fail } from '@milepost/shared/result';
import { cutDetail, refuse } from '../git/git-failure.ts';
import { readRetryAfter } from '../git/http-request.ts';
import type { HostFailure } from '../git-host.ts';
import { describeNeeds, readNeeds } from './token-needs.ts';

/** One answer of the API, read whole. */
export type GithubAnswer = { url: string; status: number; headers: Headers; text: string };

const codes: Readonly<Record<number, HostFailure['code']>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
  451: 'forbidden',
};

/** GitHub asks for a minute where it names no time. */
const usualWait = 60;

const limitWords = /rate limit|abuse detection/i;

/** Seconds to wait when this is a limit, primary or secondary; undefined when it is none. */
export const readLimit = (answer: GithubAnswer, message: string, now: number) => {
  const said = readRetryAfter(answer.headers, now);
  if (answer.status === 429) return said ?? usualWait;
  if (limitWords.test(message)) return said ?? usualWait;
  return answer.status === 403 ? said : undefined;
};

const isData = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const messagesOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 5).flatMap(messagesOf);
  if (!isData(value)) return [];
  return [...messagesOf(value.message), ...messagesOf(value.errors)];
};

/** The host's own words: `message` and those of `errors`; a page of HTML gives none. */
export const readMessage = (text: string): string => {
  try {
    return messagesOf(JSON.parse(text)).join('. ');
  } catch {
    return cutDetail(text.replace(/<[^>]*>/g, ' '));
  }
};

/** A refusal with what the token lacks, said in words before the host's own. */
export const lacking = (
  code: HostFailure['code'],
  answer: Pick<GithubAnswer, 'url' | 'status'>,
  needs: readonly string[],
  message: string,
) => {
  const { url, status } = answer;
  if (needs.length === 0) return refuse(code, url, { status, detail: message });
  const detail = `${describeNeeds(needs)} ${message}`;
  return fail({ ...refuse(code, url, { status, detail }).error, needs });
};

/** A failure for an answer of 400 and above. `usual`: the permissions such a call needs. */
export const judgeAnswer = (answer: GithubAnswer, usual: readonly string[], now: number) => {
  const { url, status, headers } = answer;
  const message = readMessage(answer.text);
  const retryAfter = readLimit(answer, message, now);
  if (retryAfter !== undefined)
    return refuse('rate-limited', url, { status, retryAfter, detail: message });
  const code = codes[status] ?? 'host-error';
  // A token that is wrong altogether lacks nothing; a repository it may not see looks absent.
  const needs = code === 'forbidden' || code === 'not-found' ? readNeeds(headers, usual) : [];
  return lacking(code, answer, needs, message);
};
