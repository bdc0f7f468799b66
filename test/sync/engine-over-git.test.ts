import { memoryCache } from '@milepost/store/cache/memory-cache';
import { mortalClients, type Step } from '@milepost/store/contract/mortal-clients';
import { addEntry, sampleCharter, sampleRisk } from '@milepost/store/contract/sample-edits';
import { author, numbers, tickingClock } from '@milepost/store/contract/sample-store';
import { gitHost } from '@milepost/store/drivers/git';
import { openStore } from '@milepost/store/engine/open-store';
import { memoryOutbox } from '@milepost/store/outbox/memory-outbox';
import { afterEach, expect, test } from 'vitest';
import { startGitServer } from '../servers/git-server.ts';
import { BareRepository } from './bare-repository.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const around = [
  { path: 'src/a.ts', text: 'a\n' },
  { path: 'README.md', text: 'code\n' },
];

type Fault = 'dropped before' | 'dropped after' | 'cut' | 'status 500';

/** Real Git whose answers to pushes go wrong as listed, each fault once. */
const serve = async () => {
  const files = [sampleCharter, sampleRisk(1, 'One'), sampleRisk(2, 'Two')];
  const repository = new BareRepository(files, 'program', around);
  const server = await startGitServer({ root: repository.root });
  ends.push(
    () => server.close(),
    () => repository.remove(),
  );
  const faults: Fault[] = [];
  const faultyFetch = async (url: string, init: RequestInit): Promise<Response> => {
    const fault = url.endsWith('/git-receive-pack') ? faults.shift() : undefined;
    if (fault === undefined) return fetch(url, init);
    if (fault === 'dropped before') throw new TypeError('fetch failed');
    if (fault === 'status 500') return new Response('broken', { status: 500 });
    const answer = await fetch(url, init);
    const body = await answer.arrayBuffer();
    if (fault === 'dropped after') throw new TypeError('fetch failed');
    return new Response(body.slice(0, 9), { headers: answer.headers });
  };
  const url = `${server.url}/${repository.name}`;
  const host = () => gitHost({ url, branch: 'main', folder: 'program', fetch: faultyFetch });
  return { repository, host, faults };
};

const checkRepository = (repository: BareRepository, start: string) => {
  expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
  const touched = repository.git('diff', '--name-only', start, 'main').trim().split('\n');
  expect(touched.filter((path) => path !== '' && !path.startsWith('program/'))).toEqual([]);
  const operations = repository
    .git('log', '--format=%(trailers:key=Milepost-Operation,valueonly)', 'main')
    .split('\n')
    .filter((line) => line !== '');
  expect(new Set(operations).size).toBe(operations.length);
  return operations;
};

for (const fault of ['dropped before', 'dropped after', 'cut', 'status 500'] as const)
  test(`a push ${fault} is published once by the next life`, async () => {
    const { repository, host, faults } = await serve();
    const parts = { cache: memoryCache(), outbox: memoryOutbox(), clock: tickingClock(), author };
    const open = () => openStore({ host: host(), random: numbers(5), ...parts });
    const start = repository.git('rev-parse', 'main').trim();
    const store = open();
    await store.sync(never);
    const saved = await store.edit(addEntry(1, 'once'), '');
    faults.push(fault);
    expect((await store.sync(never)).state).toMatch(/offline|waiting/);
    expect((await open().sync(never)).state).toBe('up-to-date');
    expect(checkRepository(repository, start)).toEqual([saved.ok ? saved.value.operation : '']);
    const text = (await repository.read()).get('risks/R-1.yaml') ?? '';
    expect(text.split('once')).toHaveLength(2);
  });

/** Stories in which each client dies at another moment of its publishing; the long campaign runs in memory. */
const stories: readonly Step[][] = [7, 11, 14, 18, 23, 29].map((dieAt) => [
  { client: 0, action: 'sync', dieAt: 0, after: false },
  { client: 1, action: 'sync', dieAt: 0, after: false },
  { client: 0, action: 'create', dieAt: 0, after: false },
  { client: 1, action: 'create', dieAt: 0, after: false },
  { client: 1, action: 'note', dieAt: 0, after: false },
  { client: 0, action: 'sync', dieAt, after: dieAt % 2 === 0 },
  { client: 1, action: 'sync', dieAt: dieAt + 4, after: dieAt % 2 === 1 },
  { client: 0, action: 'note', dieAt: 0, after: false },
]);

for (const [index, story] of stories.entries())
  test(`clients killed while publishing to real Git lose and double nothing (story ${index + 1})`, async () => {
    const { repository, host } = await serve();
    const start = repository.git('rev-parse', 'main').trim();
    const clients = mortalClients(host(), 2);
    for (const step of story) await clients.run(step);
    const stores = [clients.revive(0), clients.revive(1)];
    for (const store of [...stores, ...stores]) await store.sync(never);
    const operations = checkRepository(repository, start);
    expect(new Set(operations)).toEqual(new Set(clients.ledger.saved.keys()));
    const all = [...(await repository.read()).values()].join('\n');
    for (const word of clients.ledger.saved.values()) expect(all.split(word)).toHaveLength(2);
    const [one, other] = await Promise.all(stores.map((store) => store.program()));
    expect(new Map([...(one?.files ?? [])].toSorted())).toEqual(
      new Map([...(other?.files ?? [])].toSorted()),
    );
  });
