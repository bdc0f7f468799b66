import { runChecks } from './run-checks.ts';
import { hasFailed } from './step.ts';

const { finished } = await runChecks();
process.exitCode = hasFailed(finished) ? 1 : 0;
