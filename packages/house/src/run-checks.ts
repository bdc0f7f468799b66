import { commandStep } from './command-step.ts';
import { type Counts, type FileCounts, NONE } from './counts.ts';
import { measureSizes } from './measure-sizes.ts';
import { at, has } from './root.ts';
import { runVitest } from './run-vitest.ts';
import { type Finished, runSteps, type Step } from './step.ts';

const ROOMS = ['shared', 'packages', 'extension-browser', 'extension-vscode', 'test'];

/** WXT writes the types of its entry points; without them nothing in the browser extension type-checks. */
const prepare: Step = commandStep('prepare', 'wxt', ['prepare'], { cwd: at('extension-browser') });

const checks: readonly Step[] = [
  commandStep('types', 'tsc', ['-b', '--pretty']),
  commandStep('lint', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=50', '.']),
  commandStep('fences', 'depcruise', [...ROOMS, '--config', '.dependency-cruiser.mjs']),
  commandStep('unused', 'knip', ['--no-progress']),
  { name: 'sizes', run: measureSizes },
];

export type Checked = { finished: Finished[]; counts: Counts; files: FileCounts[] };

/** Everything that needs no browser: types, lint, fences, unused code, sizes, unit tests; two at a time. */
export async function runChecks(): Promise<Checked> {
  let counts = NONE;
  let files: FileCounts[] = [];
  const units: Step = {
    name: 'unit tests',
    async run() {
      const run = await runVitest('unit', 'test/vitest.config.ts');
      ({ counts, files } = run);
      return run.outcome;
    },
  };
  const first = has('extension-browser/wxt.config.ts') ? await runSteps([prepare]) : [];
  // The unit tests start first, since they take longest.
  const rest = await runSteps([units, ...checks], 2);
  return { finished: [...first, ...rest], counts, files };
}
