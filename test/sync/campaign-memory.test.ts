import { runStory, stories } from '@milepost/store/contract/mortal-campaign';
import { memoryServer } from '@milepost/store/contract/mortal-memory';
import { makeWorld, noCounts, sumOf } from '@milepost/store/contract/mortal-world';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** The long form: `MILEPOST_RUNS=50000`. */
const runs = Number(process.env.MILEPOST_RUNS ?? 2000);

test(`whatever happens to 2 to 5 clients, nothing is lost, nothing is doubled and all agree (${runs} runs)`, async () => {
  const counts = noCounts();
  await fc.assert(
    fc.asyncProperty(stories(16), async (story) => {
      await runStory(makeWorld(await memoryServer(), story.clients, { counts }), story);
    }),
    { numRuns: runs },
  );
  const [deaths, faults] = [sumOf(counts.deaths), sumOf(counts.faults)];
  const reviews = JSON.stringify(Object.fromEntries(counts.reviews));
  process.stdout.write(
    `${runs} stories: ${deaths} deaths at ${counts.deaths.size} distinct points, ${faults} requests went wrong, proposals ${reviews}\n`,
  );
  expect(counts.faults.size).toBe(11);
  expect(deaths).toBeGreaterThan(runs / 10);
}, 7_200_000);
