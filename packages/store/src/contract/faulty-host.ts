import { refuse } from '../git/git-failure.ts';
import type { GitHost, HostFailure } from '../git-host.ts';

const calls = [
  'head',
  'tree',
  'blobs',
  'prepare',
  'push',
  'contains',
  'authorsBetween',
] as const satisfies readonly (keyof GitHost)[];

type CallName = (typeof calls)[number];

export type Fault = {
  call: CallName;
  code: HostFailure['code'];
  /** The host acted, and only its answer was lost. */
  after?: boolean;
  retryAfter?: number;
};

type Act = () => Promise<unknown>;

/** The host, every call of which passes through `around`. */
export const wrapHost = (
  host: GitHost,
  around: (call: CallName, act: Act) => Promise<unknown>,
): GitHost => {
  const wrapped: Record<string, unknown> = { ...host };
  for (const call of calls) {
    const inner = host[call];
    if (inner === undefined) continue;
    wrapped[call] = (...args: unknown[]) =>
      around(call, () => (inner as (...all: unknown[]) => Promise<unknown>)(...args));
  }
  return wrapped as GitHost;
};

/** A host whose next matching calls fail as listed, each fault once. */
export const faultyHost = (host: GitHost, faults: Fault[]): GitHost =>
  wrapHost(host, async (call, act) => {
    const at = faults.findIndex((fault) => fault.call === call);
    const [fault] = at < 0 ? [] : faults.splice(at, 1);
    if (fault === undefined) return act();
    if (fault.after === true) await act();
    return refuse(fault.code, 'https://host.test/p', { retryAfter: fault.retryAfter });
  });
