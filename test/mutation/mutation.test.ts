import { expect, test } from 'vitest';
import { readCore } from './core-sources.ts';
import { drawSample } from './draw-sample.ts';
import { judgeInThread } from './judge-in-thread.ts';
import { ROOMS } from './options.ts';
import { scoreOf } from './report.ts';

/** The short form: enough to see a room lose its tests. The long form judges all (`.github/CONTRIBUTING.md`). */
const SAMPLE = 60;
const SEED = 20_260_310;

/** Chance alone moves the score of so small a sample by five points; eighty is asked of the whole. */
const LEAST_PERCENT = 70;

test('most small wrong changes in rules, figures, schedules, readiness and rights fail a test', async () => {
  const { mutants } = readCore(ROOMS);
  const chosen = drawSample(mutants, SAMPLE, SEED);
  const ids = chosen.map(({ id }) => id);
  const { verdicts } = await judgeInThread({ rooms: ROOMS, ids });
  const judged = verdicts.flatMap((verdict) => {
    const mutant = mutants[verdict.id];
    return mutant === undefined ? [] : [{ mutant, verdict }];
  });
  const { killed, percent } = scoreOf(judged);
  process.stdout.write(
    `mutation check, short form: ${killed} of ${judged.length} killed, of ${mutants.length} mutants\n`,
  );
  expect(judged).toHaveLength(SAMPLE);
  expect(percent).toBeGreaterThanOrEqual(LEAST_PERCENT);
}, 300_000);
