import { checkConnection } from '@milepost/store/check-connection';
import {
  contractFiles,
  gitHostContract,
  historyContract,
} from '@milepost/store/contract/git-host-contract';
import { sampleCharter } from '@milepost/store/contract/sample-edits';
import { openGithubHost } from '@milepost/store/drivers/open-github-host';
import { githubReviews } from '@milepost/store/github/reviews';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { startGithubApi } from '../servers/github-api.ts';
import type { ApiAnswer } from '../servers/github-rest.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type File = { path: string; text: string };
const url = 'https://github.com/acme/program';

/** GitHub's two doors, Git and API, on one bare repository; nothing leaves this machine. */
const serve = async (files: readonly File[], intercept?: () => ApiAnswer | undefined) => {
  const repository = new BareRepository(files, 'program', [{ path: 'a.ts', text: 'a\n' }]);
  const git = await startGitServer({ root: repository.root });
  const api = await startGithubApi({ dir: repository.dir, ...(intercept && { intercept }) });
  ends.push(
    () => git.close(),
    () => api.close(),
    () => repository.remove(),
  );
  const route = (asked: string): string => {
    const { host, pathname, search } = new URL(asked);
    if (host === 'api.github.com')
      return `${api.origin}${pathname === '/graphql' ? '/api' : '/api/v3'}${pathname}${search}`;
    return `${git.url}/program.git${pathname.slice('/acme/program'.length)}${search}`;
  };
  const routed = (asked: string, init: RequestInit) => fetch(route(asked), init);
  return { repository, routed };
};

for (const { title, run } of [...gitHostContract, ...historyContract])
  test(`github, read by git and written by the API: ${title}`, async () => {
    const { repository, routed } = await serve(contractFiles);
    await run({
      connect: () =>
        openGithubHost({ url, branch: 'main', folder: 'program', reads: 'git', fetch: routed }),
      commit: (changes) => repository.commit(changes),
      read: () => repository.read(),
    });
    expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
  });

test('a branch that is not there yet is made by the first commit', async () => {
  const { repository, routed } = await serve(contractFiles);
  const host = openGithubHost({
    url,
    branch: 'milepost/ada',
    folder: 'program',
    startFrom: 'main',
    reads: 'git',
    fetch: routed,
  });
  const who = { name: 'Ada', email: 'ada@example.org' };
  const changes = [{ path: 'risks/R-9.yaml', text: 'id: R-9\n' }];
  const say = (summary: string) => ({
    summary,
    trailers: [['Milepost-Operation', summary]] as const,
  });
  const at = '2026-03-01T10:00:00Z';
  const head = await host.head(undefined, never);
  const main = head.ok ? head.value : '';
  const made = await host.prepare(main, changes, say('one'), who, at, never);
  expect(made.ok && (await host.push(made.value, never))).toEqual({ ok: true, value: 'pushed' });
  expect(repository.git('log', '-1', '--format=%an', 'milepost/ada')).toBe('Octo Cat\n');
});

const check = async (denied: string) => {
  const no = { status: 403, body: { message: 'Resource not accessible' } };
  const { routed } = await serve([sampleCharter], () =>
    denied === 'pull_requests' ? no : { status: 200, body: [] },
  );
  const guarded = (asked: string, init: RequestInit): Promise<Response> =>
    denied === 'contents' && asked.includes('git-receive-pack')
      ? Promise.resolve(new Response('Write access to repository not granted.', { status: 403 }))
      : routed(asked, init);
  const token = 'x';
  const branches = { branch: 'milepost/check', into: 'main' };
  const reviews = githubReviews({ url, token, ...branches, fetch: guarded });
  return checkConnection({ url, folder: 'program', token }, never, guarded, reviews);
};

test('a token that may read but not write is told which permission it lacks', async () => {
  const good = await check('');
  expect([good.write.state, good.proposals?.state]).toEqual(['ok', 'ok']);
  const noWrite = await check('contents');
  expect(noWrite.write).toMatchObject({
    state: 'failed',
    failure: { code: 'forbidden', needs: ['contents=write'] },
  });
  const noPulls = await check('pull_requests');
  expect(noPulls.write.state).toBe('ok');
  expect(noPulls.proposals).toMatchObject({
    state: 'failed',
    failure: { detail: expect.stringContaining('Pull requests: read and write') },
  });
});
