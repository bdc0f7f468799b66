import { addCounts, type Counts, sayCounts } from './counts.ts';
import { judgeRealData } from './real-data.ts';
import { dataFolder } from './root.ts';
import { runBuild } from './run-build.ts';
import { runChecks } from './run-checks.ts';
import { runE2e } from './run-e2e.ts';
import { say, secondsSince } from './say.ts';
import type { Finished } from './step.ts';

/** Steps that failed without a failed test of their own (types, lint, a build): each counts as one failure. */
function failuresBesideTests(finished: readonly Finished[], counts: Counts): Counts {
  const failed = finished.filter(({ outcome }) => outcome.state === 'failed').length;
  return { passed: 0, skipped: 0, failed: counts.failed > 0 ? Math.max(0, failed - 1) : failed };
}

const start = performance.now();
// The build comes first, so that sizes and suites see what the sources say now.
const built = await runBuild();
const checked = await runChecks();
const e2e = await runE2e();

const tests = addCounts([checked.counts, e2e.counts]);
const beside = [
  failuresBesideTests(built, { passed: 0, failed: 0, skipped: 0 }),
  failuresBesideTests(checked.finished, checked.counts),
];
const suitesThatCouldNot = e2e.finished.filter(
  ({ outcome }) => outcome.state === 'failed' && outcome.output.startsWith('cannot run without'),
).length;
const real = judgeRealData([...checked.files, ...e2e.files], dataFolder());
say(`${real.line}${real.isGood ? '' : ': a test on real data must not skip where the data is'}`);
say(`took ${secondsSince(start)}`);
const total = addCounts([
  tests,
  ...beside,
  { passed: 0, failed: suitesThatCouldNot + (real.isGood ? 0 : 1), skipped: 0 },
]);
process.stdout.write(`${sayCounts(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
