import { memoryCache } from '@milepost/store/cache/memory-cache';
import { setTitle } from '@milepost/store/contract/sample-edits';
import { numbers } from '@milepost/store/contract/sample-store';
import { gitHost } from '@milepost/store/drivers/git';
import { systemClock } from '@milepost/store/engine/clock';
import { openStore } from '@milepost/store/engine/open-store';
import { memoryOutbox } from '@milepost/store/outbox/memory-outbox';
import type { Store } from '@milepost/store/store';
import { expect, test } from 'vitest';
import { gitServer } from './campaign-git.ts';

const never = new AbortController().signal;
const branch = 'milepost/ada';

const standing = async (store: Store) =>
  (await store.pending()).map(({ state, proposal }) => `${state} ${proposal?.state}`);

test('a proposal on real Git is pushed, brought up to date without force, and known when it lands', async () => {
  const server = await gitServer();
  const { repository, url, folder } = server;
  const store = openStore({
    host: gitHost({ url, branch: 'main', folder }),
    proposals: { branch, host: gitHost({ url, branch, startFrom: 'main', folder }) },
    cache: memoryCache(),
    outbox: memoryOutbox(),
    clock: systemClock,
    random: numbers(9),
    author: { name: 'Ada', email: 'ada@example.org' },
  });
  await store.sync(never);
  await store.edit({ ...setTitle(1, 'Moved', 'One'), controlled: ['DR-06'] }, '');
  await store.sync(never);
  const first = repository.git('rev-parse', branch).trim();
  expect(repository.git('rev-parse', `${branch}^`)).toBe(repository.git('rev-parse', 'main'));
  const theirs = '# theirs\nid: R-1\ntitle: One\nstatus: proposed\n';
  await repository.commit([{ path: 'risks/R-1.yaml', text: theirs }]);
  await repository.commit([{ path: '../src/a.ts', text: 'b\n' }]);
  await store.sync(never);
  expect(await standing(store)).toEqual(['waiting draft']);
  // Nothing was rewritten, and to merge it is to move forward.
  repository.git('merge-base', '--is-ancestor', first, branch);
  repository.git('merge-base', '--is-ancestor', 'main', branch);
  expect(repository.git('diff', '--name-only', 'main', branch).trim()).toBe(
    'program/risks/R-1.yaml',
  );
  repository.git('update-ref', 'refs/heads/main', branch);
  await store.sync(never);
  expect(await standing(store)).toEqual(['published landed']);
  const merged = (await repository.read()).get('risks/R-1.yaml');
  expect(merged).toBe('# theirs\nid: R-1\ntitle: Moved\nstatus: proposed\n');
  expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
  await server.end();
}, 120_000);
