import type { CoreSources } from './core-sources.ts';
import { loadTests } from './load-core.ts';
import type { Mutant } from './mutant.ts';
import type { PlayedTest } from './played-tests.ts';
import { relevantTests } from './relevant-tests.ts';
import { switches } from './switches.ts';

/** A test as it runs without any mutant. */
export type Baseline = {
  test: PlayedTest;
  ticks: number;
  milliseconds: number;
  hits: Uint8Array;
};

export type Verdict = {
  id: number;
  outcome: 'killed' | 'survived' | 'unreached';
  /** Test that noticed. */
  by?: { file: string; title: string };
  /** Tests that pass its place. */
  reached: number;
};

/** A mutant may make code go round more often, but not without end. */
const ROOM = 200_000;

export async function runTest(test: PlayedTest): Promise<string | undefined> {
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 500) : String(error);
  }
}

function reset(size: number, active: number, limit: number): void {
  switches.hits = new Uint8Array(size);
  switches.ticks = 0;
  switches.active = active;
  switches.limit = limit;
}

export type Judge = {
  baselines: readonly Baseline[];
  /** Mutants whose place is passed while modules load. */
  loading: Uint8Array;
  /** Tests that fail without any mutant: nothing can be judged then. */
  broken: readonly string[];
  judge: (mutant: Mutant) => Promise<Verdict>;
};

async function measureTests(tests: readonly PlayedTest[], size: number) {
  const baselines: Baseline[] = [];
  const broken: string[] = [];
  for (const test of tests) {
    reset(size, -1, Number.POSITIVE_INFINITY);
    const start = performance.now();
    const failure = await runTest(test);
    if (failure !== undefined) broken.push(`${test.file}: ${test.title}: ${failure}`);
    const { ticks, hits } = switches;
    baselines.push({ test, ticks, hits, milliseconds: performance.now() - start });
  }
  // The quick ones first: most mutants never meet a slow one.
  baselines.sort((a, b) => a.milliseconds - b.milliseconds);
  return { baselines, broken };
}

const failsWith = (size: number, { test, ticks }: Baseline, mutant: Mutant) => {
  reset(size, mutant.id, ticks * 20 + ROOM);
  return runTest(test);
};

/** Loads all tests, runs each once, and is then ready to judge any mutant in this thread. */
export async function prepareJudge(sources: CoreSources): Promise<Judge> {
  const size = sources.mutants.length;
  reset(size, -1, Number.POSITIVE_INFINITY);
  const tests = await loadTests(sources.testFiles, false);
  const loading = switches.hits;
  const { baselines, broken } = await measureTests(tests, size);
  const reaching = ({ id }: Mutant) => baselines.filter(({ hits }) => hits[id] === 1);

  const judge = async (mutant: Mutant): Promise<Verdict> => {
    const { id } = mutant;
    const among = reaching(mutant);
    const base = { id, reached: among.length };
    for (const baseline of among) {
      if ((await failsWith(size, baseline, mutant)) === undefined) continue;
      const { file, title } = baseline.test;
      return { ...base, outcome: 'killed', by: { file, title } };
    }
    if (loading[id] === 1) return judgeAtLoad(sources, mutant, baselines);
    return { ...base, outcome: among.length === 0 ? 'unreached' : 'survived' };
  };
  return { baselines, loading, broken, judge };
}

/** What acts while modules load is judged in a fresh copy of the core. */
async function judgeAtLoad(
  sources: CoreSources,
  { id, file }: Mutant,
  baselines: readonly Baseline[],
): Promise<Verdict> {
  const size = sources.mutants.length;
  const order = new Map(baselines.map(({ test }, place) => [`${test.file}\n${test.title}`, place]));
  const placeOf = (test: PlayedTest) => order.get(`${test.file}\n${test.title}`) ?? 0;
  reset(size, id, Number.POSITIVE_INFINITY);
  let tests: PlayedTest[];
  try {
    tests = await loadTests(relevantTests(sources.testFiles, new Set([file])), true);
  } catch {
    return { id, outcome: 'killed', by: { file: '', title: 'the core does not load' }, reached: 0 };
  }
  for (const test of tests.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const limit = (baselines[placeOf(test)]?.ticks ?? 0) * 20 + ROOM;
    reset(size, id, limit);
    if ((await runTest(test)) === undefined) continue;
    const by = { file: test.file, title: test.title };
    return { id, outcome: 'killed', by, reached: tests.length };
  }
  return { id, outcome: 'survived', reached: tests.length };
}
