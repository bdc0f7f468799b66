import { commandStep } from './command-step.ts';
import { hasFailed, runSteps } from './step.ts';

const finished = await runSteps([
  commandStep('format', 'biome', ['check', '--write', '--max-diagnostics=50', '.']),
  commandStep('snapshots', 'vitest', ['run', '--update', '--config', 'test/vitest.config.ts']),
]);
process.exitCode = hasFailed(finished) ? 1 : 0;
