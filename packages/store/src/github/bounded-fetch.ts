import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { type Fetch, type HttpLimits, readBody } from '../git/http-request.ts';
import type { HostFailure } from '../git-host.ts';
import type { GithubAnswer } from './github-failure.ts';

const mostRedirects = 3;

type Hop = { url: string; init: RequestInit; left: number };

const isRedirect = (response: Response): boolean =>
  response.type === 'opaqueredirect' || [301, 302, 307, 308].includes(response.status);

/** The next place of a redirect within the same origin. A browser hides where it leads: then there is none. */
const nextHop = ({ url, init, left }: Hop, response: Response): Hop | undefined => {
  const location = response.headers.get('location');
  if (location === null || left === 0 || !URL.canParse(location, url)) return undefined;
  const target = new URL(location, url);
  const mayRepeat = init.method === 'GET' || response.status >= 307;
  if (target.origin !== new URL(url).origin || !mayRepeat) return undefined;
  return { url: target.href, init, left: left - 1 };
};

const send = async (
  fetchIt: Fetch,
  hop: Hop,
  limits: HttpLimits,
): Promise<Result<GithubAnswer, HostFailure>> => {
  const { url, init } = hop;
  const response = await fetchIt(url, init);
  if (isRedirect(response)) {
    await response.body?.cancel();
    const next = nextHop(hop, response);
    return next === undefined
      ? refuse('redirected-away', url, { detail: response.headers.get('location') ?? '' })
      : send(fetchIt, next, limits);
  }
  const { status, headers } = response;
  const bytes = await readBody(response, status < 400 ? limits.bytes : 64 * 1024);
  if (bytes === undefined) return refuse('too-large', url, { status });
  return ok({ url, status, headers, text: new TextDecoder().decode(bytes) });
};

/**
 * One request, bounded in time and bytes, redirected only within its origin, without cookies. Never throws; an aborted
 * signal is `cancelled`.
 */
export const fetchBounded = async (
  fetchIt: Fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  limits: HttpLimits,
): Promise<Result<GithubAnswer, HostFailure>> => {
  if (signal.aborted) return refuse('cancelled', url);
  const timeout = AbortSignal.timeout(limits.timeout);
  const both = AbortSignal.any([signal, timeout]);
  const safe: RequestInit = { ...init, credentials: 'omit', redirect: 'manual', signal: both };
  try {
    // The cache mode lets a conditional request through as such: without it fetch asks for a full answer.
    const hop = { url, init: { ...safe, cache: 'no-cache' as const }, left: mostRedirects };
    return await send(fetchIt, hop, limits);
  } catch (error) {
    if (signal.aborted) return refuse('cancelled', url);
    if (timeout.aborted) return refuse('timeout', url);
    return refuse('offline', url, { detail: String(error) });
  }
};
