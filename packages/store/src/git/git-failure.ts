import { fail } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';

const longestDetail = 500;

/** Text of a host made safe to keep: no control characters, cut. It stays untrusted. */
export const cutDetail = (text: string): string =>
  [...text.slice(0, longestDetail)]
    .map((char) => (char < ' ' || char === '\u007f' ? ' ' : char))
    .join('')
    .trim();

/** A failure of the host as a value; `detail` is cut. */
export const refuse = (
  code: HostFailure['code'],
  url: string,
  more: { detail?: string; status?: number; retryAfter?: number | undefined } = {},
): { ok: false; error: HostFailure } =>
  fail({
    code,
    url,
    ...(more.status === undefined ? {} : { status: more.status }),
    ...(more.retryAfter === undefined ? {} : { retryAfter: more.retryAfter }),
    ...(more.detail === undefined ? {} : { detail: cutDetail(more.detail) }),
  });
