import { memoryCache } from '@milepost/store/cache/memory-cache';
import { addEntry } from '@milepost/store/contract/sample-edits';
import { numbers } from '@milepost/store/contract/sample-store';
import { gitHost } from '@milepost/store/drivers/git';
import { systemClock } from '@milepost/store/engine/clock';
import { openStore } from '@milepost/store/engine/open-store';
import type { GitHost } from '@milepost/store/git-host';
import { memoryOutbox } from '@milepost/store/outbox/memory-outbox';
import { expect, test } from 'vitest';
import { gitServer } from './campaign-git.ts';

/** The long form: `MILEPOST_LOAD=8x200`. */
const [writers = 8, edits = 10] = (process.env.MILEPOST_LOAD ?? '8x10').split('x').map(Number);
const never = new AbortController().signal;

/** The host, and how many pushes met somebody else's. */
const countMoved = (host: GitHost, sum: { moved: number; pushed: number }): GitHost => ({
  ...host,
  push: async (prepared, signal) => {
    const answer = await host.push(prepared, signal);
    if (answer.ok) sum[answer.value] += 1;
    return answer;
  },
});

test(`${writers} writers with ${edits} edits each on one branch: each intention lands exactly once`, async () => {
  const server = await gitServer();
  const started = performance.now();
  const sum = { moved: 0, pushed: 0, runs: 0 };
  const write = async (writer: number): Promise<string[]> => {
    const store = openStore({
      host: countMoved(gitHost({ url: server.url, branch: 'main', folder: server.folder }), sum),
      cache: memoryCache(),
      outbox: memoryOutbox(),
      clock: systemClock,
      random: numbers(writer + 5),
      author: { name: `Writer ${writer}`, email: `writer-${writer}@example.org` },
    });
    await store.sync(never);
    const words: string[] = [];
    for (let number = 0; number < edits; number += 1) {
      const word = `w${writer}-${number}x`;
      words.push(word);
      // All write into the same two files, so that nearly every edit is carried over to newer text.
      await store.edit(addEntry(1 + (number % 2), word), '');
    }
    for (let left = true; left; sum.runs += 1) {
      await store.sync(never);
      left = (await store.pending()).some(({ state }) => state !== 'published');
    }
    return words;
  };
  const words = (
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  ).flat();
  const seconds = (performance.now() - started) / 1000;
  const text = [...(await server.read()).values()].join('\n');
  for (const word of words) expect(text.split(word), word).toHaveLength(2);
  const operations = (await server.history()).flatMap((commit) => commit.operations);
  expect(operations).toHaveLength(writers * edits);
  expect(new Set(operations).size).toBe(writers * edits);
  expect(server.repository.git('fsck', '--strict', '--no-dangling')).toBe('');
  await server.end();
  process.stdout.write(
    `${writers} × ${edits} edits: ${seconds.toFixed(1)} s, ${sum.pushed} pushes landed, ${sum.moved} met another one, ${sum.runs} sync runs\n`,
  );
}, 7_200_000);
