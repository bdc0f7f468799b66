import {
  contractFiles,
  gitHostContract,
  historyContract,
} from '@milepost/store/contract/git-host-contract';
import { githubHost } from '@milepost/store/drivers/github';
import { afterEach, expect, test } from 'vitest';
import { startGithubApi } from '../servers/github-api.ts';
import { BareRepository } from './bare-repository.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const folder = 'plans/pay/program';
const around = [
  { path: 'README.md', text: 'code\n' },
  { path: 'src/main.ts', text: 'export {};\n' },
];

const serve = async () => {
  const repository = new BareRepository(contractFiles, folder, around);
  const api = await startGithubApi({ dir: repository.dir, requireToken: 'right' });
  ends.push(
    () => api.close(),
    () => repository.remove(),
  );
  const { url } = api;
  const connect = () => githubHost({ url, branch: 'main', folder, token: 'right' });
  return { repository, api, connect };
};

for (const { title, run } of [...gitHostContract, ...historyContract])
  test(`github, a folder of a code repository: ${title}`, async () => {
    const { repository, connect } = await serve();
    const start = repository.git('rev-parse', 'main').trim();
    await run({
      connect,
      commit: (changes) => repository.commit(changes),
      read: () => repository.read(),
    });
    expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
    const touched = repository.git('diff', '--name-only', start, 'main').split('\n');
    expect(touched.filter((path) => path !== '' && !path.startsWith(folder))).toEqual([]);
  });
