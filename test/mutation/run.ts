import { readCore } from './core-sources.ts';
import { drawSample } from './draw-sample.ts';
import { judgeInThread } from './judge-in-thread.ts';
import type { Mutant } from './mutant.ts';
import { type Options, readOptions } from './options.ts';
import { type Judged, sayBodies, sayScores, saySurvivors } from './report.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function choose(population: readonly Mutant[], { sample, seed, bodies }: Options): Mutant[] {
  const wanted = bodies ? population.filter(({ operator }) => operator === 'body') : population;
  return sample === undefined ? [...wanted] : drawSample(wanted, sample, seed);
}

async function run(options: Options): Promise<void> {
  const { mutants } = readCore(options.rooms);
  const chosen = choose(mutants, options);
  const drawn = options.sample === undefined ? 'all' : `a sample (seed ${options.seed})`;
  say(`${chosen.length} of ${mutants.length} mutants in ${options.rooms.join(', ')}: ${drawn}`);
  const start = performance.now();
  const ids = chosen.map(({ id }) => id);
  let heard = 0;
  const { verdicts, tests } = await judgeInThread({ rooms: options.rooms, ids }, () => {
    heard += 1;
    if (heard % 100 === 0) process.stderr.write(`${heard} …\n`);
  });
  const seconds = (performance.now() - start) / 1000;
  const judged = verdicts.flatMap((verdict): Judged[] => {
    const mutant = mutants[verdict.id];
    return mutant === undefined ? [] : [{ mutant, verdict }];
  });
  if (options.bodies) say(sayBodies(judged));
  if (options.survivors) say(saySurvivors(judged));
  say(sayScores(judged));
  say(`${tests} tests; ${seconds.toFixed(0)} s`);
}

await run(readOptions(process.argv.slice(2)));
