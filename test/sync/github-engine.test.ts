import { memoryCache } from '@milepost/store/cache/memory-cache';
import { mortalClients, type Step } from '@milepost/store/contract/mortal-clients';
import { addEntry, sampleCharter, sampleRisk } from '@milepost/store/contract/sample-edits';
import { author, numbers, tickingClock } from '@milepost/store/contract/sample-store';
import { githubHost } from '@milepost/store/drivers/github';
import { openStore } from '@milepost/store/engine/open-store';
import { memoryOutbox } from '@milepost/store/outbox/memory-outbox';
import { afterEach, expect, test } from 'vitest';
import { startGithubApi } from '../servers/github-api.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const around = [{ path: 'src/a.ts', text: 'a\n' }];
const files = [sampleCharter, sampleRisk(1, 'One'), sampleRisk(2, 'Two')];

type Fault = 'dropped before' | 'dropped after' | 'status 502';

/** The API whose answers to commits go wrong as listed, each fault once. */
const serve = async (mostEntries = 100_000) => {
  const repository = new BareRepository(files, 'program', around);
  const api = await startGithubApi({ dir: repository.dir, mostEntries });
  ends.push(
    () => api.close(),
    () => repository.remove(),
  );
  const faults: Fault[] = [];
  const faultyFetch = async (url: string, init: RequestInit): Promise<Response> => {
    const isCommit = String(init.body).includes('createCommitOnBranch');
    const fault = isCommit ? faults.shift() : undefined;
    if (fault === 'dropped before') throw new TypeError('fetch failed');
    const answer = await fetch(url, init);
    if (fault === undefined) return answer;
    await answer.arrayBuffer();
    if (fault === 'dropped after') throw new TypeError('fetch failed');
    return new Response('bad gateway', { status: 502 });
  };
  const host = () =>
    githubHost({ url: api.url, branch: 'main', folder: 'program', fetch: faultyFetch });
  /** Requests since the last call. */
  const lap = () => api.requests.splice(0).length;
  return { repository, host, faults, lap };
};

const operationsIn = (repository: BareRepository) => {
  expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
  const format = '--format=%(trailers:key=Milepost-Operation,valueonly)';
  const lines = repository.git('log', format, 'main').split('\n');
  return lines.filter((line) => line !== '');
};

const openOn = (host: ReturnType<typeof githubHost>, parts = {}) =>
  openStore({
    host,
    random: numbers(5),
    cache: memoryCache(),
    outbox: memoryOutbox(),
    clock: tickingClock(),
    author,
    ...parts,
  });

test('an edit is one commit by GitHub, with the trailers, and costs few requests', async () => {
  const { repository, host, lap } = await serve();
  const store = openOn(host());
  await store.sync(never);
  // Head, folder, its trees, the texts.
  expect(lap()).toBe(4);
  await store.sync(never);
  expect(lap()).toBe(1);
  const saved = await store.edit(addEntry(1, 'once'), 'why');
  expect((await store.sync(never)).state).toBe('up-to-date');
  // Head and the commit: what became of the folder is reckoned, not read.
  expect(lap()).toBe(2);
  expect(operationsIn(repository)).toEqual([saved.ok ? saved.value.operation : '']);
  const show = repository.git('log', '-1', '--format=%an%n%B', '--name-only', 'main');
  expect(show).toContain('Octo Cat');
  expect(show).toContain('Program-Item: R-1');
  expect(show).toContain('program/risks/R-1.yaml');
  await store.sync(never);
  expect(lap()).toBe(1);
  await repository.commit([{ path: 'risks/R-2.yaml', text: sampleRisk(2, 'New').text }]);
  await store.sync(never);
  // Head, folder, two trees on the way to the file, its text.
  expect(lap()).toBe(5);
});

for (const fault of ['dropped before', 'dropped after', 'status 502'] as const)
  test(`a commit whose answer is ${fault} is published once by the next life`, async () => {
    const { repository, host, faults } = await serve();
    const parts = { cache: memoryCache(), outbox: memoryOutbox(), clock: tickingClock() };
    const store = openOn(host(), parts);
    await store.sync(never);
    const saved = await store.edit(addEntry(1, 'once'), '');
    faults.push(fault);
    expect((await store.sync(never)).state).toMatch(/offline|waiting/);
    await repository.commit([{ path: 'risks/R-2.yaml', text: sampleRisk(2, 'Theirs').text }]);
    expect((await openOn(host(), parts).sync(never)).state).toBe('up-to-date');
    expect(operationsIn(repository)).toEqual([saved.ok ? saved.value.operation : '']);
    const text = (await repository.read()).get('risks/R-1.yaml') ?? '';
    expect(text.split('once')).toHaveLength(2);
  });

test('clients killed while publishing through the API lose and double nothing', async () => {
  const { repository, host } = await serve();
  const story: readonly Step[] = [
    { client: 0, action: 'sync', dieAt: 0, after: false },
    { client: 1, action: 'sync', dieAt: 0, after: false },
    { client: 0, action: 'create', dieAt: 0, after: false },
    { client: 1, action: 'create', dieAt: 0, after: false },
    { client: 0, action: 'sync', dieAt: 14, after: true },
    { client: 1, action: 'sync', dieAt: 18, after: false },
    { client: 0, action: 'note', dieAt: 0, after: false },
  ];
  const clients = mortalClients(host(), 2);
  for (const step of story) await clients.run(step);
  const stores = [clients.revive(0), clients.revive(1)];
  for (const store of [...stores, ...stores]) await store.sync(never);
  const operations = operationsIn(repository);
  expect(new Set(operations).size).toBe(operations.length);
  expect(new Set(operations)).toEqual(new Set(clients.ledger.saved.keys()));
});

test('a listing that GitHub cuts is walked folder by folder', async () => {
  const { repository, host, lap } = await serve(3);
  const store = openOn(host());
  expect((await store.sync(never)).state).toBe('up-to-date');
  expect((await store.program()).records.has('R-2')).toBe(true);
  // Cut whole, its top alone, one folder below.
  expect(lap()).toBe(6);
  expect((await repository.read()).size).toBe(3);
});
