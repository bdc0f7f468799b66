import { PARTS, type Part, runBuild } from './run-build.ts';
import { hasFailed } from './step.ts';

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);
const named = process.argv.slice(2).filter(isPart);
process.exitCode = hasFailed(await runBuild(named.length > 0 ? named : PARTS)) ? 1 : 0;
