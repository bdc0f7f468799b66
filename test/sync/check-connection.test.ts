import { checkConnection } from '@milepost/store/check-connection';
import { sampleCharter } from '@milepost/store/contract/sample-edits';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const around = [
  { path: 'empty/README.md', text: 'no program\n' },
  { path: 'newer/program.yaml', text: 'format: milepost/9\nname: N\nkey: n\n' },
];

const serve = async (options: { requireToken?: string; publicRead?: boolean }) => {
  const repository = new BareRepository([sampleCharter], 'program', around);
  const server = await startGitServer({ root: repository.root, ...options });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  return `${server.url}/${repository.name}`;
};

const statesOf = async (config: Parameters<typeof checkConnection>[0]) => {
  const { repository, folder, write } = await checkConnection(config, never);
  return [repository, folder, write].map((line) =>
    line.state === 'failed' ? line.failure.code : line.state,
  );
};

test('a good connection is good in three lines, its branch found by itself', async () => {
  const url = await serve({ requireToken: 'right' });
  const check = await checkConnection({ url, folder: 'program', token: 'right' }, never);
  expect(check.repository).toMatchObject({ state: 'ok', facts: { branch: 'main' } });
  expect(check.folder).toEqual({ state: 'ok', facts: { files: 1, name: 'Sample' } });
  expect(check.write).toEqual({ state: 'ok', facts: { branch: 'main' } });
});

test('the first failure stops the rest and has a code of its own', async () => {
  const url = await serve({ requireToken: 'right', publicRead: true });
  const stop = 'not-checked';
  expect(await statesOf({ url: `${url}x`, folder: '' })).toEqual(['not-found', stop, stop]);
  expect(await statesOf({ url: 'ftp://host/x', folder: '' })).toEqual([
    'not-a-git-host',
    stop,
    stop,
  ]);
  expect(await statesOf({ url, branch: 'gone', folder: '' })).toEqual([
    'branch-not-found',
    stop,
    stop,
  ]);
  expect(await statesOf({ url, folder: 'nowhere' })).toEqual(['ok', 'folder-not-found', stop]);
  expect(await statesOf({ url, folder: 'empty' })).toEqual(['ok', 'no-program', stop]);
  expect(await statesOf({ url, folder: 'newer' })).toEqual(['ok', 'newer-format', stop]);
  expect(await statesOf({ url, folder: 'program' })).toEqual(['ok', 'ok', 'unauthorized']);
  const token = 'right';
  expect(await statesOf({ url, folder: 'program', token })).toEqual(['ok', 'ok', 'ok']);
});

test('a token the host refuses is the first line', async () => {
  const url = await serve({ requireToken: 'right' });
  expect(await statesOf({ url, folder: 'program', token: 'wrong' })).toEqual([
    'unauthorized',
    'not-checked',
    'not-checked',
  ]);
});
