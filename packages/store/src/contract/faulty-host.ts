import { refuse } from '../git/git-failure.ts';
import type { GitHost, HostFailure } from '../git-host.ts';

export type Fault = {
  call: 'head' | 'tree' | 'blobs' | 'prepare' | 'push' | 'contains';
  code: HostFailure['code'];
  /** The host acted, and only its answer was lost. */
  after?: boolean;
  retryAfter?: number;
};

/** A host whose next matching calls fail as listed, each fault once. */
export const faultyHost = (host: GitHost, faults: Fault[]): GitHost => {
  const wrap =
    <Call extends Fault['call']>(call: Call) =>
    async (...args: unknown[]): Promise<unknown> => {
      const at = faults.findIndex((fault) => fault.call === call);
      const act = () => (host[call] as (...all: unknown[]) => Promise<unknown>)(...args);
      const [fault] = at < 0 ? [] : faults.splice(at, 1);
      if (fault === undefined) return act();
      if (fault.after === true) await act();
      return refuse(fault.code, 'https://host.test/p', { retryAfter: fault.retryAfter });
    };
  return {
    head: wrap('head') as GitHost['head'],
    tree: wrap('tree') as GitHost['tree'],
    blobs: wrap('blobs') as GitHost['blobs'],
    prepare: wrap('prepare') as GitHost['prepare'],
    push: wrap('push') as GitHost['push'],
    contains: wrap('contains') as GitHost['contains'],
    commitUrl: host.commitUrl,
  };
};
