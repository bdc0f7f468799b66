import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryCache } from '@milepost/store/cache/memory-cache';
import { addEntry } from '@milepost/store/contract/sample-edits';
import { gitHost } from '@milepost/store/drivers/git';
import { systemClock } from '@milepost/store/engine/clock';
import { openStore } from '@milepost/store/engine/open-store';
import { memoryOutbox } from '@milepost/store/outbox/memory-outbox';
import type { Store } from '@milepost/store/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitServer, startGitServer } from '../servers/git-server.ts';
import { countingFetch } from './counting-fetch.ts';

const records = 5000;
const codeFiles = 50_000;
const root = mkdtempSync(join(tmpdir(), 'milepost-budget-'));
const dir = join(root, 'mono.git');
const never = new AbortController().signal;
let server: GitServer;

const file = (path: string, text: string) =>
  `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;

const folders = ['risks/R', 'actions/ACT', 'issues/I', 'dependencies/D', 'milestones/M'];
const recordText = (number: number) =>
  `id: X-${number}\ntitle: Record ${number} of a large program\nstatus: open\nnote: ${'word '.repeat(60)}${number}\n`;

function* recordFiles() {
  yield file('plans/program/program.yaml', 'format: milepost/1\nname: Large\nkey: large\n');
  for (let number = 1; number < records; number += 1) {
    const folder = folders[number % folders.length];
    yield file(`plans/program/${folder}-${number}.yaml`, recordText(number));
  }
}

function* codeFilesOf() {
  for (let number = 0; number < codeFiles; number += 1)
    yield file(
      `src/p${number % 100}/d${number % 700}/f${number}.ts`,
      `export const n = ${number};\n`,
    );
}

const commitOf = (message: string, files: Iterable<string>, parent: string): string =>
  `commit refs/heads/main\ncommitter T <t@example.org> 1767225600 +0000\ndata ${message.length}\n${message}\n${parent}${[...files].join('')}\n`;

const importCommit = (stream: string): void => {
  execFileSync('git', ['-C', dir, 'fast-import', '--quiet'], { input: stream });
};

beforeAll(async () => {
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', dir]);
  execFileSync('git', ['-C', dir, 'config', 'uploadpack.allowFilter', 'true']);
  importCommit(commitOf('start', [...codeFilesOf(), ...recordFiles()], ''));
  server = await startGitServer({ root });
}, 600_000);

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const { fetch, lap } = countingFetch();
const cache = memoryCache();

/** A client's next life: new connection and store on the same cache. */
const connect = (): Store =>
  openStore({
    host: gitHost({
      url: `${server.url}/mono.git`,
      branch: 'main',
      folder: 'plans/program',
      fetch,
      snapshots: cache.trees,
    }),
    cache,
    outbox: memoryOutbox(),
    clock: systemClock,
    random: Math.random,
    author: { name: 'Ada', email: 'ada@example.org' },
  });

const textOf = async (store: Store, path: string) => (await store.program()).files.get(path)?.text;

// One life after the other on one repository: the order of these tests is the story.
test('first sync of 5,000 records inside 50,000 other files takes at most 60 requests', async () => {
  const store = connect();
  expect((await store.sync(never)).state).toBe('up-to-date');
  expect((await store.program()).files.size).toBe(records);
  expect(lap().requests).toBeLessThanOrEqual(60);

  await store.sync(never);
  const poll = lap();
  expect(poll.requests, 'an unchanged poll').toBe(1);
  expect(poll.bytes, 'an unchanged poll').toBeLessThanOrEqual(400);

  const theirs = [
    file('plans/program/risks/R-5.yaml', recordText(900_001)),
    ...Array.from({ length: 40 }, (_, n) => file(`src/p${n}/d${n}/f${n}.ts`, 'changed\n')),
  ];
  importCommit(commitOf('change', theirs, 'from refs/heads/main^0\n'));
  await store.sync(never);
  const change = lap();
  expect(await textOf(store, 'risks/R-5.yaml')).toBe(recordText(900_001));
  expect(change.requests, 'one change').toBeLessThanOrEqual(4);
  expect(change.bytes, 'one change').toBeLessThanOrEqual(20_000);
}, 600_000);

test('nothing is asked while nobody syncs: opening, reading, editing and watching stay at home', async () => {
  lap();
  const store = connect();
  const stop = store.subscribe(() => undefined);
  await store.program();
  const saved = await store.edit(addEntry(5, 'kept here'), '');
  expect(saved.ok).toBe(true);
  await store.pending();
  stop();
  expect(lap().requests).toBe(0);
});

test('one change read by a new life costs at most 4 requests and 20 kB', async () => {
  const theirs = [file('plans/program/risks/R-10.yaml', recordText(900_002))];
  importCommit(commitOf('again', theirs, 'from refs/heads/main^0\n'));
  const store = connect();
  await store.sync(never);
  const change = lap();
  expect(await textOf(store, 'risks/R-10.yaml')).toBe(recordText(900_002));
  expect(change.requests).toBeLessThanOrEqual(4);
  expect(change.bytes).toBeLessThanOrEqual(20_000);
}, 600_000);
