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

const who = { name: 'Ada', email: 'ada@example.org' };
const say = (operation: string) => ({
  summary: 'Propose',
  trailers: [['Milepost-Operation', operation]] as const,
});

const propose = async (github: EmulatedGithub, branch: string) => {
  const { url, token } = github;
  const host = githubHost({ url, branch, folder: '', token, startFrom: 'main' });
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error(head.error.code);
  const changes = [{ path: 'risks/R-9.yaml', text: `id: R-9\nof: ${branch}\n` }];
  const made = await host.prepare(head.value, changes, say(branch), who, '', never);
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

test('a proposal is brought up to date by a merge, which a branch that moved refuses', async () => {
  const { github } = await serve();
  const branch = 'milepost/ada';
  const { id: over } = await propose(github, branch);
  const main = await commitAs(github, [{ path: 'risks/R-2.yaml', text: 'id: R-2\nnew: 1\n' }]);
  const host = githubHost({ ...github, branch, folder: '', startFrom: 'main' });
  expect(host.canMerge).toBe(true);
  const changes = [
    { path: 'risks/R-9.yaml', text: 'id: R-9\nmerged: "Ü"\n' },
    { path: 'risks/R-1.yaml', text: undefined },
  ];
  // No operation's own commit: it is found again all the same.
  const message = { summary: 'Bring up to date', trailers: [] };
  const prepare = (at: string) => host.prepare(main, changes, message, who, at, never, over);
  const [first, second] = [await prepare('one'), await prepare('two')];
  if (!first.ok || !second.ok) throw new Error('not prepared');
  expect(await host.push(first.value, never)).toEqual({ ok: true, value: 'pushed' });
  const landed = host.landed?.(first.value.id) ?? '';
  const { data } = await github.call('GET', `/git/commits/${landed}`);
  const { parents } = data as unknown as { parents: { sha: string }[] };
  expect(parents.map(({ sha }) => sha)).toEqual([main, over]);
  const files = await host.tree(first.value.id, never);
  const paths = files.ok ? files.value.map(({ path }) => path) : [];
  expect(paths).toContain('risks/R-9.yaml');
  expect(paths).not.toContain('risks/R-1.yaml');
  expect(await host.push(second.value, never)).toEqual({ ok: true, value: 'moved' });
  const other = githubHost({ ...github, branch, folder: '' });
  expect(await other.contains(first.value.id, never)).toEqual({ ok: true, value: true });
  expect(await other.contains(second.value.id, never)).toEqual({ ok: true, value: false });
});
