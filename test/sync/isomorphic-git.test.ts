import fs from 'node:fs';
import { join } from 'node:path';
import { contractFiles } from '@milepost/store/contract/git-host-contract';
import { gitHost } from '@milepost/store/drivers/git';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const author = { name: 'Ada', email: 'ada@example.org' };

const serve = async () => {
  const repository = new BareRepository(contractFiles, 'program');
  const server = await startGitServer({ root: repository.root });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const url = `${server.url}/${repository.name}`;
  return { url, repo: { fs, dir: join(repository.root, 'isomorphic'), cache: {} }, repository };
};

test('isomorphic-git reads what we push, and we read what it pushes', async () => {
  const { url, repo, repository } = await serve();
  const host = gitHost({ url, branch: 'main', folder: 'program' });
  const start = await host.head(undefined, never);
  const text = 'id: R-7\ntitle: "Ünïcode 🚩"\n';
  const made = await host.prepare(
    start.ok ? start.value : '',
    [{ path: 'risks/R-7.yaml', text }],
    { summary: 'Capture R-7', trailers: [['Program-Item', 'R-7']] },
    author,
    '2026-03-01T10:00:00Z',
    never,
  );
  if (!made.ok) throw new Error(made.error.code);
  expect(await host.push(made.value, never)).toEqual({ ok: true, value: 'pushed' });

  await git.clone({ ...repo, http, url, ref: 'main', singleBranch: true });
  const [newest] = await git.log({ ...repo, depth: 1 });
  expect(newest?.oid).toBe(made.value.id);
  expect(newest?.commit.message).toBe('Capture R-7\n\nProgram-Item: R-7\n');
  const filepath = 'program/risks/R-7.yaml';
  expect(fs.readFileSync(join(repo.dir, filepath), 'utf8')).toBe(text);

  fs.writeFileSync(join(repo.dir, filepath), 'id: R-7\ntitle: Theirs\n');
  await git.add({ ...repo, filepath });
  const theirs = await git.commit({ ...repo, message: 'Theirs', author });
  await git.push({ ...repo, http, url, ref: 'main' });

  expect(await host.head(made.value.id, never)).toEqual({ ok: true, value: theirs });
  const tree = await host.tree(theirs, never);
  const blob = tree.ok ? tree.value.find(({ path }) => path === 'risks/R-7.yaml')?.blob : undefined;
  const texts = await host.blobs([blob ?? ''], never);
  expect(texts.ok && [...texts.value.values()]).toEqual(['id: R-7\ntitle: Theirs\n']);
  expect(await host.contains(made.value.id, never)).toEqual({ ok: true, value: true });
  expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
});
