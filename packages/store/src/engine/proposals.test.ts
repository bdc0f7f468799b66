import { expect, test } from 'vitest';
import { addEntry, createRisk, setTitle } from '../contract/sample-edits.ts';
import { branch, connect, controlled, standing, summaries } from '../contract/sample-proposals.ts';
import { someHost, titles } from '../contract/sample-store.ts';
import type { MemoryHost } from '../drivers/memory.ts';
import type { GitHost, Review, ReviewHost } from '../git-host.ts';

const never = new AbortController().signal;
/** Pull requests of the branch, as a host with a driver for them plays them. */
const somePulls = (main: MemoryHost) => {
  let review: Review | undefined;
  const headNow = () => main.branch(branch).history().at(-1)?.id ?? '';
  const reviews: ReviewHost = {
    latest: async () => ({ ok: true, value: review && { ...review, head: headNow() } }),
    open: async () => {
      review = { state: 'open', url: 'https://host.test/pull/1', head: headNow() };
      return { ok: true, value: review };
    },
  };
  const decide = (state: Review['state']) => {
    if (review !== undefined) review = { ...review, state };
  };
  return { reviews, decide };
};

test('a controlled edit goes to the branch of its author, others straight to the program', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.edit(addEntry(2, 'a note'), '');
  expect((await store.sync(never)).state).toBe('up-to-date');
  expect(summaries(main)).toEqual(['Start', 'Note on R-2']);
  expect(summaries(main.branch(branch)).at(-1)).toBe('Rename risk R-1');
  expect(await standing(store)).toEqual(['waiting draft', 'published direct']);
  expect(await titles(store)).toContain('R-1 Moved');
});

test('each intention is one commit of one rolling branch, and leaves the outbox once it has landed', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.sync(never);
  await store.edit({ ...setTitle(2, 'Too', 'Two'), ...controlled }, '');
  await store.sync(never);
  const commits = ['Start', 'Rename risk R-1', 'Rename risk R-2'];
  expect(summaries(main.branch(branch))).toEqual(commits);
  await main.merge(branch);
  main.remove(branch);
  await store.sync(never);
  expect(await standing(store)).toEqual(['published landed', 'published landed']);
  await store.sync(never);
  expect(await store.pending()).toEqual([]);
});

test('what builds on a proposed record is proposed with it', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit({ ...createRisk(3, 'New'), ...controlled }, '');
  await store.edit(addEntry(3, 'about the new one'), '');
  await store.sync(never);
  expect(summaries(main)).toEqual(['Start']);
  expect(await standing(store)).toEqual(['waiting draft', 'waiting draft']);
});

test('what builds on an unpublished record of its author is not proposed for that', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit(createRisk(3, 'New'), '');
  await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.edit(addEntry(3, 'about the new one'), '');
  await store.sync(never);
  expect(summaries(main)).toEqual(['Start', 'Capture risk R-3', 'Note on R-3']);
});

test('a squashed proposal is known by what it wrote', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.sync(never);
  const text = 'id: R-1\ntitle: Moved\nstatus: proposed\n';
  await main.commit([{ path: 'risks/R-1.yaml', text }], 'Squashed');
  await store.sync(never);
  expect(await standing(store)).toEqual(['published landed']);
});

test('a branch taken away unmerged is a declined proposal; the edit is kept and can be revived', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  const edit = { ...setTitle(1, 'Moved', 'One'), ...controlled };
  const saved = await store.edit(edit, '');
  await store.sync(never);
  main.remove(branch);
  expect((await store.sync(never)).state).toBe('up-to-date');
  expect(await standing(store)).toEqual(['refused declined']);
  await store.revise(saved.ok ? saved.value.operation : '', edit);
  await store.sync(never);
  expect(await standing(store)).toEqual(['waiting draft']);
  expect(summaries(main.branch(branch)).at(-1)).toBe('Rename risk R-1');
});

test('what names a declined record is declined with it, and its number goes to no other', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit({ ...createRisk(3, 'New'), ...controlled }, '');
  await store.sync(never);
  await store.edit(addEntry(3, 'about the new one'), '');
  main.remove(branch);
  await store.sync(never);
  expect(await standing(store)).toEqual(['refused declined', 'refused declined']);
  await store.edit(createRisk(3, 'Another'), '');
  expect(await titles(store)).toEqual(['R-1 One', 'R-2 Two', 'R-4 Another']);
  await store.sync(never);
  expect(summaries(main)).toEqual(['Start', 'Capture risk R-4']);
});

test('with pull requests a proposal is in review, then landed or declined', async () => {
  for (const [state, expected] of [
    ['merged', 'published landed'],
    ['closed', 'refused declined'],
  ] as const) {
    const main = await someHost();
    const { reviews, decide } = somePulls(main);
    const store = connect(main, main, reviews);
    await store.sync(never);
    await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
    await store.sync(never);
    expect(await standing(store)).toEqual(['waiting in-review']);
    expect((await store.pending())[0]?.proposal?.url).toBe('https://host.test/pull/1');
    decide(state);
    await store.sync(never);
    expect(await standing(store)).toEqual([expected]);
  }
});

test('a branch that protects itself makes a proposal of everything', async () => {
  const main = await someHost();
  const host: GitHost = {
    ...main,
    push: async () => ({ ok: false, error: { code: 'protected-branch', url: '' } }),
  };
  const store = connect(main, host);
  await store.sync(never);
  await store.edit(addEntry(1, 'one'), '');
  await store.edit(addEntry(2, 'two'), '');
  expect((await store.sync(never)).state).toBe('up-to-date');
  expect(await standing(store)).toEqual(['waiting draft', 'waiting draft']);
  expect(summaries(main)).toEqual(['Start']);
});

test('a proposal is carried over when the program branch moves in the same file', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.sync(never);
  const text = '# theirs\nid: R-1\ntitle: One\nstatus: proposed\n';
  await main.commit([{ path: 'risks/R-1.yaml', text }], 'Theirs');
  await store.sync(never);
  const proposed = main.branch(branch);
  expect(summaries(proposed).at(-1)).toBe('Bring the proposal up to date');
  await main.merge(branch);
  await store.sync(never);
  const merged = (await store.program()).files.get('risks/R-1.yaml')?.text;
  expect(merged).toBe('# theirs\nid: R-1\ntitle: Moved\nstatus: proposed\n');
  expect(await standing(store)).toEqual(['published landed']);
});

test('a proposal goes on upon a record that was published after it began', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.sync(never);
  await store.edit(createRisk(3, 'New'), '');
  await store.edit({ ...setTitle(3, 'Newer', 'New'), ...controlled }, '');
  await store.sync(never);
  expect(summaries(main.branch(branch)).at(-1)).toBe('Rename risk R-3');
});

test('an edit changed after it was proposed is not taken for the one that landed', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  const saved = await store.edit({ ...setTitle(1, 'First', 'One'), ...controlled }, '');
  await store.sync(never);
  await store.revise(saved.ok ? saved.value.operation : '', {
    ...setTitle(1, 'Second', 'One'),
    ...controlled,
  });
  await main.merge(branch);
  expect((await store.sync(never)).state).toBe('needs-you');
  expect(await store.conflicts()).toMatchObject([{ mine: 'Second', theirs: 'First' }]);
});

test('a proposal its author discards is taken off the branch', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  const one = await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.edit({ ...setTitle(2, 'Too', 'Two'), ...controlled }, '');
  await store.sync(never);
  expect(await titles(store)).toEqual(['R-1 Moved', 'R-2 Too']);
  await store.discard(one.ok ? one.value.operation : '');
  expect(await titles(store)).toEqual(['R-1 One', 'R-2 Too']);
  await store.sync(never);
  await main.merge(branch);
  await store.sync(never);
  expect(await titles(store)).toEqual(['R-1 One', 'R-2 Too']);
  expect(await standing(store)).toEqual(['published landed']);
});

test('a value that met another one on the program branch waits for its author, then the proposal goes on', async () => {
  const main = await someHost();
  const store = connect(main);
  await store.sync(never);
  const saved = await store.edit({ ...setTitle(1, 'Moved', 'One'), ...controlled }, '');
  await store.sync(never);
  const text = 'id: R-1\ntitle: Theirs\nstatus: proposed\n';
  await main.commit([{ path: 'risks/R-1.yaml', text }], 'Theirs');
  expect((await store.sync(never)).state).toBe('needs-you');
  const [conflict] = await store.conflicts();
  expect(conflict).toMatchObject({ base: 'One', mine: 'Moved', theirs: 'Theirs' });
  expect(conflict?.their?.authors.map(({ name }) => name)).toEqual(['Someone']);
  const choice = { path: 'risks/R-1.yaml', field: ['title'], take: 'mine' } as const;
  await store.resolve(saved.ok ? saved.value.operation : '', [choice]);
  expect((await store.sync(never)).state).toBe('up-to-date');
  await main.merge(branch);
  await store.sync(never);
  expect(await titles(store)).toContain('R-1 Moved');
  expect(await standing(store)).toEqual(['published landed']);
});
