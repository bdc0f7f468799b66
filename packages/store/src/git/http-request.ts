import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { refuse } from './git-failure.ts';
import { joinBytes } from './join-bytes.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type HttpLimits = {
  /** Milliseconds one request may take in all. */
  timeout: number;
  /** Bytes of body we read at most. */
  bytes: number;
};

export const httpLimits: HttpLimits = { timeout: 60_000, bytes: 64 * 1024 * 1024 };

export type HttpAnswer = { bytes: Uint8Array; contentType: string; location: string | undefined };

const statusCodes: Readonly<Record<number, HostFailure['code']>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  407: 'unauthorized',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
};

/** Seconds to wait by Retry-After (seconds or a date) or GitHub's reset header; undefined when neither is there. */
export const readRetryAfter = (headers: Headers, now: number): number | undefined => {
  const after = headers.get('retry-after');
  if (after !== null) {
    const seconds = /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - now) / 1000;
    return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
  }
  const reset = headers.get('x-ratelimit-reset');
  if (headers.get('x-ratelimit-remaining') !== '0' || reset === null) return undefined;
  return Math.max(0, Math.ceil(Number(reset) - now / 1000));
};

const codeOf = (response: Response, retryAfter: number | undefined): HostFailure['code'] => {
  // A 403 that says when to come back is a limit, not a refusal (GitHub's secondary rate limit).
  if (response.status === 403 && retryAfter !== undefined) return 'rate-limited';
  return statusCodes[response.status] ?? 'host-error';
};

const detailOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, 2000)).replace(/<[^>]*>/g, ' ');

/** The body, or undefined when it is longer than `most` bytes. */
export const readBody = async (
  response: Response,
  most: number,
): Promise<Uint8Array | undefined> => {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    total += next.value.length;
    if (total > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(next.value);
  }
  return joinBytes(parts);
};

const isRedirect = (response: Response): boolean =>
  response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);

const readAnswer = async (
  url: string,
  response: Response,
  limits: HttpLimits,
): Promise<Result<HttpAnswer, HostFailure>> => {
  if (isRedirect(response)) {
    await response.body?.cancel();
    // A browser hides where a redirect leads: the empty text says that there was one.
    const location = response.headers.get('location') ?? '';
    return ok({ bytes: new Uint8Array(), contentType: '', location });
  }
  const bytes = await readBody(response, response.ok ? limits.bytes : 64 * 1024);
  const { status } = response;
  if (!response.ok) {
    const retryAfter = readRetryAfter(response.headers, Date.now());
    const code = codeOf(response, retryAfter);
    return refuse(code, url, { status, retryAfter, detail: detailOf(bytes ?? new Uint8Array()) });
  }
  if (bytes === undefined) return refuse('too-large', url, { status });
  const contentType = response.headers.get('content-type') ?? '';
  return ok({ bytes, contentType, location: undefined });
};

/** One request, bounded in time and bytes. Never throws; an aborted signal is `cancelled`. */
export const sendRequest = async (
  fetchIt: Fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  limits: HttpLimits,
): Promise<Result<HttpAnswer, HostFailure>> => {
  const timeout = AbortSignal.timeout(limits.timeout);
  const both = AbortSignal.any([signal, timeout]);
  try {
    const response = await fetchIt(url, { ...init, credentials: 'omit', signal: both });
    return await readAnswer(url, response, limits);
  } catch (error) {
    if (signal.aborted) return refuse('cancelled', url);
    if (timeout.aborted) return refuse('timeout', url);
    return refuse('offline', url, { detail: String(error) });
  }
};
