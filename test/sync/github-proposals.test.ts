import { memoryCache } from '@milepost/store/cache/memory-cache';
import { sampleCharter, sampleRisk, setTitle } from '@milepost/store/contract/sample-edits';
import { author, numbers, tickingClock } from '@milepost/store/contract/sample-store';
import { githubHost } from '@milepost/store/drivers/github';
import { openStore } from '@milepost/store/engine/open-store';
import { githubReviews } from '@milepost/store/github/reviews';
import { memoryOutbox } from '@milepost/store/outbox/memory-outbox';
import { afterEach, expect, test } from 'vitest';
import { type EmulatedGithub, startEmulatedGithub } from '../servers/emulated-github.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const branch = 'milepost/ada';

const commitAs = async (
  github: EmulatedGithub,
  files: readonly { path: string; text: string }[],
) => {
  const additions = files.map(({ path, text }) => ({ path, contents: Buffer.from(text) }));
  const parent = (await github.objects.head('main')) ?? '';
  const wish = { branch: 'main', parent, message: 'Theirs', additions, deletions: [] };
  return github.objects.commit(wish);
};

const serve = async () => {
  const github = await startEmulatedGithub();
  ends.push(() => github.close());
  await commitAs(github, [sampleCharter, sampleRisk(1, 'One'), sampleRisk(2, 'Two')]);
  const { url, token } = github;
  const place = { url, token, folder: '' };
  const proposals = {
    branch,
    host: githubHost({ ...place, branch, startFrom: 'main' }),
    reviews: githubReviews({ url, token, branch, into: 'main' }),
  };
  const store = openStore({
    host: githubHost({ ...place, branch: 'main' }),
    proposals,
    cache: memoryCache(),
    outbox: memoryOutbox(),
    clock: tickingClock(),
    random: numbers(3),
    author,
  });
  await store.sync(never);
  await store.edit({ ...setTitle(1, 'Moved', 'One'), controlled: ['DR-06'] }, '');
  await store.sync(never);
  const standing = async () => {
    await store.sync(never);
    return (await store.pending()).map(({ proposal }) => proposal?.state);
  };
  return { github, store, standing };
};

const firstPull = (github: EmulatedGithub, method: string, end: string, body: unknown) =>
  github.call(method, `/pulls/1${end}`, body);

test('a controlled edit is a pull request on GitHub, and landed once somebody merges it', async () => {
  const { github, standing, store } = await serve();
  const opened = await standing();
  expect(opened).toHaveLength(1);
  expect(await store.state()).toMatchObject({ state: 'up-to-date' });
  await firstPull(github, 'PUT', '/merge', {});
  expect(await standing()).toEqual(['landed']);
});

test('a pull request that is closed declines the edit and keeps it', async () => {
  const { github, standing } = await serve();
  await firstPull(github, 'PATCH', '', { state: 'closed' });
  expect(await standing()).toEqual(['declined']);
});

test('a proposal follows the program branch by a merge', async () => {
  const { github, standing } = await serve();
  await commitAs(github, [
    { path: 'risks/R-1.yaml', text: `${sampleRisk(1, 'One').text}owner: bob\n` },
  ]);
  await standing();
  const head = (await github.objects.head(branch)) ?? '';
  const { data } = await github.call('GET', `/git/commits/${head}`);
  expect((data as unknown as { parents: unknown[] }).parents).toHaveLength(2);
});
