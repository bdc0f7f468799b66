import {
  contractFiles,
  gitHostContract,
  historyContract,
} from '@milepost/store/contract/git-host-contract';
import { githubHost } from '@milepost/store/drivers/github';
import { githubReviews } from '@milepost/store/github/reviews';
import { afterEach, expect, test } from 'vitest';
import { type EmulatedGithub, startEmulatedGithub } from '../servers/emulated-github.ts';

type Change = { path: string; text: string | undefined };

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Commits through the emulator's own REST, as somebody else. */
const commitAs = async (github: EmulatedGithub, changes: readonly Change[]) => {
  const parent = (await github.objects.head('main')) ?? '';
  const additions = changes.flatMap(({ path, text }) =>
    text === undefined ? [] : [{ path, contents: Buffer.from(text) }],
  );
  const deletions = changes.flatMap(({ path, text }) => (text === undefined ? [path] : []));
  const message = 'Theirs';
  return github.objects.commit({ branch: 'main', parent, message, additions, deletions });
};

const readAll = async (github: EmulatedGithub) => {
  const head = (await github.objects.head('main')) ?? '';
  const { data } = await github.call('GET', `/git/trees/${head}?recursive=1`);
  const files = data.tree.filter(({ type }) => type === 'blob');
  const texts = await Promise.all(
    files.map(async ({ path, sha }) => {
      const blob = await github.objects.find(sha);
      return [path, blob?.body.toString('utf8') ?? ''] as const;
    }),
  );
  return new Map(texts.toSorted());
};

const serve = async () => {
  const github = await startEmulatedGithub();
  ends.push(() => github.close());
  await commitAs(github, [{ path: 'README.md', text: undefined }, ...contractFiles]);
  const { url, token } = github;
  const connect = () => githubHost({ url, branch: 'main', folder: '', token });
  return { github, connect };
};

for (const { title, run } of [...gitHostContract, ...historyContract])
  test(`github, REST by the emulator: ${title}`, async () => {
    const { github, connect } = await serve();
    const commit = (changes: readonly Change[]) => commitAs(github, changes);
    await run({ connect, commit, read: () => readAll(github) });
  });

const propose = async (github: EmulatedGithub, branch: string) => {
  const { url, token } = github;
  const host = githubHost({ url, branch, folder: '', token, startFrom: 'main' });
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error(head.error.code);
  const message = { summary: 'Propose', trailers: [['Milepost-Operation', branch]] as const };
  const who = { name: 'Ada', email: 'ada@example.org' };
  const changes = [{ path: 'risks/R-9.yaml', text: `id: R-9\nof: ${branch}\n` }];
  const made = await host.prepare(head.value, changes, message, who, '', never);
  if (!made.ok) throw new Error(made.error.code);
  const pushed = await host.push(made.value, never);
  expect(pushed).toEqual({ ok: true, value: 'pushed' });
  return { id: host.landed?.(made.value.id), start: head.value };
};

test('a proposal is a branch made by its first commit and one pull request, found again by anyone', async () => {
  const { github } = await serve();
  const branch = 'milepost/ada';
  const { id, start } = await propose(github, branch);
  expect(await github.objects.head('main')).toBe(start);
  expect(await github.objects.head(branch)).toBe(id);
  const reviews = () => githubReviews({ ...github, branch, into: 'main' });
  expect(await reviews().latest(never)).toEqual({ ok: true, value: undefined });
  const words = { title: 'Proposed by Ada', body: 'R-9' };
  const opened = await reviews().open(words, never);
  expect(opened).toMatchObject({ ok: true, value: { state: 'open', head: id } });
  expect(await reviews().open(words, never)).toEqual(opened);
  expect(await reviews().latest(never)).toEqual(opened);
});

test('a pull request that was merged or closed is told apart from an open one', async () => {
  const { github } = await serve();
  for (const [number, branch] of ['milepost/ada', 'milepost/bob'].entries()) {
    await propose(github, branch);
    const reviews = githubReviews({ ...github, branch, into: 'main' });
    await reviews.open({ title: branch, body: '' }, never);
    const { data } = await github.call('GET', `/pulls?head=acme:${branch}&state=all`);
    const [pull] = data as unknown as { number: number }[];
    const path = `/pulls/${pull?.number}`;
    if (number === 0) await github.call('PUT', `${path}/merge`, {});
    else await github.call('PATCH', path, { state: 'closed' });
    const state = number === 0 ? 'merged' : 'closed';
    expect(await reviews.latest(never)).toMatchObject({ ok: true, value: { state } });
  }
});
