import { execFileSync } from 'node:child_process';
import { appendFileSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedRecord, type Peer, type Place, type Texts } from './peer.ts';

const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];

/** The git command line: a clone of the last commit, whole or partial with only the program's folder checked out. */
export const gitPeer = ({ url, folder, home }: Place, isPartial: boolean): Peer => {
  const work = join(home, 'work');
  const git = (...args: string[]) => execFileSync('git', [...who, ...args], { env, stdio: 'pipe' });
  const inWork = (...args: string[]) => git('-C', work, ...args);
  const top = join(work, folder);
  const texts = async (): Promise<Texts> => {
    const paths = globSync('**/*.yaml', { cwd: top });
    return new Map(paths.map((path) => [path, readFileSync(join(top, path), 'utf8')]));
  };
  const fetchNew = () => inWork('fetch', '-q', 'origin', 'main');
  return {
    first: async () => {
      const partial = isPartial ? ['--filter=blob:none'] : [];
      const isSparse = isPartial && folder !== '';
      git('clone', '-q', '--depth', '1', ...partial, ...(isSparse ? ['--sparse'] : []), url, work);
      if (isSparse) inWork('sparse-checkout', 'set', folder);
      return texts();
    },
    poll: async () => {
      fetchNew();
      return texts();
    },
    pull: async () => {
      fetchNew();
      inWork('merge', '-q', '--ff-only', 'FETCH_HEAD');
      return texts();
    },
    push: async (word) => {
      appendFileSync(join(top, changedRecord), `note: ${word}\n`);
      inWork('commit', '-q', '-a', '-m', 'Change');
      inWork('push', '-q', 'origin', 'HEAD:main');
      return texts();
    },
  };
};
