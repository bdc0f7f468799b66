import { refuse } from '../git/git-failure.ts';
import type { Fetch } from '../git/http-request.ts';
import type { GitHost, HostFailure } from '../git-host.ts';
import { wrapHost } from './faulty-host.ts';

/** What may happen to one request. */
export const faultKinds = [
  'dropped before',
  'dropped after',
  'status 401',
  'status 403',
  'status 409',
  'status 429',
  'status 500',
  'truncated body',
  'corrupt pack',
  'slow question',
  'slow answer',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Faults of one step by the number of the request within it, and what happened of it. */
export type FaultPlan = {
  requests: number;
  faults: readonly { at: number; kind: FaultKind }[];
  /** Faults that found their request. */
  met: FaultKind[];
  /** A slow request waits here until somebody else has acted. */
  pause: () => Promise<void>;
};

const failures: Partial<Record<FaultKind, { code: HostFailure['code']; after?: boolean }>> = {
  'dropped before': { code: 'offline' },
  'dropped after': { code: 'offline', after: true },
  'status 401': { code: 'unauthorized' },
  'status 403': { code: 'forbidden' },
  'status 409': { code: 'host-error' },
  'status 429': { code: 'rate-limited' },
  'status 500': { code: 'host-error' },
  'truncated body': { code: 'corrupt-answer', after: true },
  'corrupt pack': { code: 'corrupt-answer', after: true },
};

const nextFault = (plan: FaultPlan): FaultKind | undefined => {
  plan.requests += 1;
  const kind = plan.faults.find(({ at }) => at === plan.requests)?.kind;
  if (kind !== undefined) plan.met.push(kind);
  return kind;
};

/** Longest pause a limit asks for in a campaign, in seconds. */
export const limitPause = 30;

/** The call as the fault leaves it: undefined when it is only slow. */
const failCall = async (kind: FaultKind, act: () => Promise<unknown>): Promise<unknown> => {
  const failure = failures[kind];
  if (failure === undefined) return undefined;
  if (failure.after === true) await act();
  const retryAfter = failure.code === 'rate-limited' ? limitPause : undefined;
  return refuse(failure.code, 'https://host.test/p', { retryAfter });
};

/** A host in this process whose calls fail by plan. */
export const failingHost = (host: GitHost, plan: FaultPlan): GitHost =>
  wrapHost(host, async (_call, act) => {
    const kind = nextFault(plan);
    if (kind === undefined) return act();
    if (kind === 'slow question') await plan.pause();
    const failed = await failCall(kind, act);
    if (failed !== undefined) return failed;
    const answer = await act();
    if (kind === 'slow answer') await plan.pause();
    return answer;
  });

const statusOf = (kind: FaultKind): number | undefined =>
  kind.startsWith('status ') ? Number(kind.slice('status '.length)) : undefined;

/** The body cut in half, or one byte of its second half changed. */
const spoil = (body: Uint8Array<ArrayBuffer>, kind: FaultKind): Uint8Array<ArrayBuffer> => {
  if (kind === 'truncated body') return body.slice(0, body.length >> 1);
  const spoiled = body.slice();
  const at = Math.floor(spoiled.length * 0.75);
  spoiled[at] = (spoiled[at] ?? 0) ^ 0x55;
  return spoiled;
};

/** What comes back instead of an answer, before the host was asked. */
const refuseRequest = (kind: FaultKind): Response | undefined => {
  if (kind === 'dropped before') throw new TypeError('fetch failed');
  const status = statusOf(kind);
  if (status === undefined) return undefined;
  return new Response('no', { status, headers: status === 429 ? { 'retry-after': '30' } : {} });
};

const answerOf = async (answer: Response, kind: FaultKind, plan: FaultPlan): Promise<Response> => {
  const body = new Uint8Array(await answer.arrayBuffer());
  if (kind === 'slow answer') await plan.pause();
  if (kind === 'dropped after') throw new TypeError('fetch failed');
  const isSpoiled = kind === 'truncated body' || kind === 'corrupt pack';
  const { status, headers } = answer;
  return new Response(isSpoiled ? spoil(body, kind) : body, { status, headers });
};

/** A `fetch` whose requests fail by plan. */
export const failingFetch =
  (fetchIt: Fetch, plan: FaultPlan): Fetch =>
  async (url, init) => {
    const kind = nextFault(plan);
    if (kind === undefined) return fetchIt(url, init);
    if (kind === 'slow question') await plan.pause();
    const refused = refuseRequest(kind);
    return refused ?? answerOf(await fetchIt(url, init), kind, plan);
  };
