import {
  contractFiles,
  gitHostContract,
  historyContract,
} from '@milepost/store/contract/git-host-contract';
import { gitHost } from '@milepost/store/drivers/git';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const around = [
  { path: 'README.md', text: 'code\n' },
  { path: 'src/main.ts', text: 'export {};\n' },
  { path: 'plans/other/x.yaml', text: 'x: 1\n' },
];

const serve = async (folder: string) => {
  const repository = new BareRepository(contractFiles, folder, folder === '' ? [] : around);
  const server = await startGitServer({ root: repository.root });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const url = `${server.url}/${repository.name}`;
  return { repository, url, connect: () => gitHost({ url, branch: 'main', folder }) };
};

for (const folder of ['', 'plans/pay/program'])
  for (const { title, run } of [...gitHostContract, ...historyContract])
    test(`git, folder "${folder}": ${title}`, async () => {
      const { repository, connect } = await serve(folder);
      await run({
        connect,
        commit: (changes) => repository.commit(changes),
        read: () => repository.read(),
      });
      expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
    });

for (const { title, run } of [...gitHostContract, ...historyContract])
  test(`git without the filter capability: ${title}`, async () => {
    const { repository, connect } = await serve('program');
    repository.git('config', 'uploadpack.allowFilter', 'false');
    await run({
      connect,
      commit: (changes) => repository.commit(changes),
      read: () => repository.read(),
    });
  });

test('a push into a monorepo leaves every path outside the folder as it was', async () => {
  const { repository, connect } = await serve('plans/pay/program');
  const before = repository.git('ls-tree', '-r', 'main');
  const host = connect();
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error(head.error.code);
  const changes = [{ path: 'risks/R-1.yaml', text: 'id: R-1\n' }];
  const message = { summary: 'Mine', trailers: [] };
  const who = { name: 'Ada', email: 'ada@example.org' };
  const made = await host.prepare(head.value, changes, message, who, '2026-01-01T00:00:00Z', never);
  if (!made.ok) throw new Error(made.error.code);
  expect(await host.push(made.value, never)).toEqual({ ok: true, value: 'pushed' });
  const changed = repository.git('diff', '--name-only', 'main~1', 'main');
  expect(changed).toBe('plans/pay/program/risks/R-1.yaml\n');
  expect(repository.git('ls-tree', '-r', 'main').split('\n')).toHaveLength(
    before.split('\n').length,
  );
});

test('a branch that does not exist yet is started from another and made by the first push', async () => {
  const { repository, url } = await serve('program');
  const branch = 'milepost/ada';
  const connect = () => gitHost({ url, branch, folder: 'program', startFrom: 'main' });
  const host = connect();
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error(head.error.code);
  const who = { name: 'Ada', email: 'ada@example.org' };
  const changes = [{ path: 'risks/R-9.yaml', text: 'id: R-9\n' }];
  const message = { summary: 'Propose', trailers: [] };
  const made = await host.prepare(head.value, changes, message, who, '2026-01-01T00:00:00Z', never);
  if (!made.ok) throw new Error(made.error.code);
  expect(await host.push(made.value, never)).toEqual({ ok: true, value: 'pushed' });
  expect(repository.git('rev-parse', branch).trim()).toBe(made.value.id);
  expect(repository.git('rev-parse', 'main').trim()).toBe(head.value);
  expect(await connect().head(undefined, never)).toEqual({ ok: true, value: made.value.id });
});
