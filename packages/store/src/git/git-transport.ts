import { ok, type Result } from '@milepost/shared/result';
import { gzip } from 'pako';
import type { HostFailure } from '../git-host.ts';
import { followWithin } from './follow-within.ts';
import { refuse } from './git-failure.ts';
import {
  type Fetch,
  type HttpAnswer,
  type HttpLimits,
  httpLimits,
  sendRequest,
} from './http-request.ts';
import { encodeText } from './join-bytes.ts';
import { defaultUser, splitAddress } from './split-address.ts';

export type TransportOptions = {
  /** Address of the repository, http or https. */
  url: string;
  token?: string | undefined;
  /** Name sent with the token; hosts ignore it or want one of theirs. */
  user?: string | undefined;
  fetch?: Fetch | undefined;
  limits?: Partial<HttpLimits> | undefined;
};

export type Service = 'git-upload-pack' | 'git-receive-pack';

/** Smart HTTP (gitprotocol-http(5)) with one repository. Every answer is bounded and its content type checked. */
export type GitTransport = {
  readonly url: string;
  advertise(service: Service, signal: AbortSignal): Promise<Result<Uint8Array, HostFailure>>;
  /** `most`: bytes of answer, where less than the limit of all answers is enough. */
  call(
    service: Service,
    body: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
    most?: number,
  ): Promise<Result<Uint8Array, HostFailure>>;
};

/** Advertisements of old servers hold every ref. */
const mostAdvertised = 8 * 1024 * 1024;

const base64 = (text: string): string => btoa(String.fromCharCode(...encodeText(text)));

/** Basic authentication: the one way to give a token that every Git host takes. */
const authorization = (user: string, token: string | undefined): Record<string, string> =>
  token === undefined || token === ''
    ? {}
    : { authorization: `Basic ${base64(`${user}:${token}`)}` };

const mostRedirects = 3;

/** Requests beyond this many bytes are compressed; git does the same. */
const longestPlain = 1024;

type Send = (
  suffix: string,
  init: RequestInit,
  signal: AbortSignal,
  most?: number,
  hops?: number,
) => Promise<Result<HttpAnswer, HostFailure>>;

/** Sends below the repository's address and keeps the new address when the host moved it within itself. */
const redirectingSender = (options: TransportOptions): { base: () => string; send: Send } => {
  const limits = { ...httpLimits, ...options.limits };
  const fetchIt = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const address = splitAddress(options.url);
  const credentials = authorization(
    options.user ?? address.user ?? defaultUser(address.url),
    options.token ?? address.password,
  );
  let base = address.url;

  /** Where the browser hides the target, ask once more without the token and look where we ended. */
  const findTarget = async (signal: AbortSignal): Promise<string | undefined> => {
    let landed = '';
    const watch: Fetch = async (url, init) => {
      const response = await fetchIt(url, init);
      landed = response.url;
      return response;
    };
    const suffix = '/info/refs?service=git-upload-pack';
    await sendRequest(watch, base + suffix, { redirect: 'follow' }, signal, limits);
    return followWithin(base, suffix, landed);
  };

  const send: Send = async (suffix, init, signal, most = limits.bytes, hops = 0) => {
    const headers = { 'git-protocol': 'version=2', ...credentials, ...init.headers };
    const request = { ...init, headers, redirect: 'manual' as const };
    const bounds = { ...limits, bytes: Math.min(limits.bytes, most) };
    const answer = await sendRequest(fetchIt, base + suffix, request, signal, bounds);
    if (!answer.ok || answer.value.location === undefined) return answer;
    const { location } = answer.value;
    const next = location === '' ? await findTarget(signal) : followWithin(base, suffix, location);
    if (next === undefined || next === base || hops >= mostRedirects)
      return refuse('redirected-away', base, { detail: location });
    base = next;
    return send(suffix, init, signal, most, hops + 1);
  };
  return { base: () => base, send };
};

const checkType = (
  answer: Result<HttpAnswer, HostFailure>,
  wanted: string,
  url: string,
): Result<Uint8Array, HostFailure> => {
  if (!answer.ok) return answer;
  const type = answer.value.contentType.split(';', 1)[0]?.trim() ?? '';
  return type === wanted
    ? ok(answer.value.bytes)
    : refuse('not-a-git-host', url, { detail: `content type ${type}` });
};

export const gitTransport = (options: TransportOptions): GitTransport => {
  const { base, send } = redirectingSender(options);
  return {
    get url() {
      return base();
    },
    async advertise(service, signal) {
      const suffix = `/info/refs?service=${service}`;
      const answer = await send(suffix, { method: 'GET' }, signal, mostAdvertised);
      return checkType(answer, `application/x-${service}-advertisement`, base());
    },
    async call(service, body, signal, most) {
      const isPacked = service === 'git-upload-pack' && body.length > longestPlain;
      const headers = {
        'content-type': `application/x-${service}-request`,
        accept: `application/x-${service}-result`,
        ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
      };
      const sent = isPacked ? gzip(body) : body;
      const init = { method: 'POST', headers, body: sent };
      const answer = await send(`/${service}`, init, signal, most);
      return checkType(answer, `application/x-${service}-result`, base());
    },
  };
};
