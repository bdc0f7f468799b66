import { runStory, stories } from '@milepost/store/contract/mortal-campaign';
import { makeWorld, noCounts, sumOf } from '@milepost/store/contract/mortal-world';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gitServer } from './campaign-git.ts';

/** The long form: `MILEPOST_GIT_RUNS=500`. */
const runs = Number(process.env.MILEPOST_GIT_RUNS ?? 5);

test(`clients of real Git lose and double nothing, and git finds nothing wrong with what they pushed (${runs} runs)`, async () => {
  const counts = noCounts();
  await fc.assert(
    fc.asyncProperty(stories(10), async (story) => {
      const server = await gitServer();
      try {
        await runStory(makeWorld(server, Math.min(story.clients, 3), { counts }), story);
        expect(server.repository.git('fsck', '--strict', '--no-dangling')).toBe('');
      } finally {
        await server.end();
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
  const [deaths, faults] = [sumOf(counts.deaths), sumOf(counts.faults)];
  process.stdout.write(
    `${runs} stories on real Git: ${deaths} deaths, ${faults} requests went wrong\n`,
  );
}, 7_200_000);
