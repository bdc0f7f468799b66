import { addCounts, type Counts, type FileCounts } from './counts.ts';
import { type Need, needSystem } from './need-system.ts';
import { hasMocha, runMocha } from './run-mocha.ts';
import { runVitest } from './run-vitest.ts';
import { type Finished, runSteps, type Step } from './step.ts';
import { filesOf, SUITES, type Suite, type SuiteName } from './suites.ts';

export type E2e = { finished: Finished[]; counts: Counts; files: FileCounts[] };

function stepsFor(suite: Suite, e2e: { counts: Counts[]; files: FileCounts[] }): Step[] {
  const files = filesOf(suite);
  const vitest: Step = {
    name: suite.name,
    async run() {
      const run = await runVitest(suite.name, 'test/vitest.e2e.config.ts', files);
      e2e.counts.push(run.counts);
      e2e.files.push(...run.files);
      return run.outcome;
    },
  };
  const mocha: Step = {
    name: 'in VS Code',
    async run() {
      const run = await runMocha();
      e2e.counts.push(run.counts);
      return run.outcome;
    },
  };
  return [
    ...(files.length > 0 ? [vitest] : []),
    ...(suite.name === 'vscode' && hasMocha() ? [mocha] : []),
  ];
}

const missing = (suite: Suite, needs: readonly Need[]): Step => ({
  name: suite.name,
  run: async () => ({ state: 'failed', output: `cannot run without ${needs.join(', ')}` }),
});

/** Runs end-to-end suites one after the other (all when none is named). A suite that cannot run here has failed, never passed. */
export async function runE2e(names: readonly SuiteName[] = []): Promise<E2e> {
  const suites = SUITES.filter(({ name }) => names.length === 0 || names.includes(name));
  const lacking = await needSystem([...new Set(suites.flatMap((suite) => suite.needs))]);
  const gathered = { counts: [] as Counts[], files: [] as FileCounts[] };
  const steps = suites.flatMap((suite) => {
    const mine = stepsFor(suite, gathered);
    const without = suite.needs.filter((need) => lacking.includes(need));
    return mine.length > 0 && without.length > 0 ? [missing(suite, without)] : mine;
  });
  const finished = await runSteps(steps);
  return { finished, counts: addCounts(gathered.counts), files: gathered.files };
}
