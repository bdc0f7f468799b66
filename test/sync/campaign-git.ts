import { failingFetch } from '@milepost/store/contract/mortal-faults';
import type { Seen } from '@milepost/store/contract/mortal-ledger';
import { sampleFiles } from '@milepost/store/contract/mortal-memory';
import type { Server } from '@milepost/store/contract/mortal-world';
import { gitHost } from '@milepost/store/drivers/git';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';

const folder = 'program';

/** First-parent history of the program branch, first commit first. */
const historyOf = (repository: BareRepository): Seen[] => {
  const format = '%x01%H%x02%(trailers:key=Milepost-Operation,valueonly,separator=%x03)%x02';
  const log = repository.git('log', '--reverse', '--name-only', `--format=${format}`, 'main');
  return log
    .split('\u0001')
    .slice(1)
    .map((block): Seen => {
      const [id = '', operations = '', names = ''] = block.split('\u0002');
      return {
        operations: operations.split('\u0003').filter((text) => text !== ''),
        paths: names.split('\n').filter((name) => name !== ''),
        direct: true,
        before: (path) => repository.git('show', `${id}^:${folder}/${path}`),
      };
    });
};

/** Real Git behind HTTP as the host of a campaign, its requests failing by plan. */
export const gitServer = async (): Promise<
  Server & { url: string; repository: BareRepository; end(): Promise<void> }
> => {
  const around = [
    { path: 'src/a.ts', text: 'a\n' },
    { path: 'README.md', text: 'code\n' },
  ];
  const repository = new BareRepository(sampleFiles, folder, around);
  const server = await startGitServer({ root: repository.root });
  const url = `${server.url}/${repository.name}`;
  return {
    folder,
    url,
    repository,
    connect: (plan) => gitHost({ url, branch: 'main', folder, fetch: failingFetch(fetch, plan) }),
    commit: async (changes, elsewhere) => {
      const place = (path: string) => (elsewhere === true ? `../${path}` : path);
      await repository.commit(changes.map(({ path, text }) => ({ path: place(path), text })));
    },
    read: () => repository.read(),
    history: async () => historyOf(repository),
    end: async () => {
      await server.close();
      repository.remove();
    },
  };
};
