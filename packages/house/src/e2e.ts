import { sayCounts } from './counts.ts';
import { runBuild } from './run-build.ts';
import { runE2e } from './run-e2e.ts';
import { say } from './say.ts';
import { hasFailed } from './step.ts';
import { SUITES, type SuiteName } from './suites.ts';

const args = process.argv.slice(2);
const isSuite = (name: string): name is SuiteName => SUITES.some((suite) => suite.name === name);
const unknown = args.filter((arg) => !isSuite(arg) && arg !== '--no-build');
if (unknown.length > 0) {
  say(`there is no suite ${unknown.join(', ')}: ${SUITES.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
// A suite tests what is built; --no-build trusts that nothing changed since.
const built = args.includes('--no-build') ? [] : await runBuild();
const { finished, counts } = await runE2e(args.filter(isSuite));
say(sayCounts(counts));
process.exitCode = hasFailed([...built, ...finished]) ? 1 : 0;
