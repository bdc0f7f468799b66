import { runBuild } from './run-build.ts';
import { runPackage } from './run-package.ts';
import { hasFailed } from './step.ts';

const built = await runBuild(['vscode', 'cli']);
process.exitCode = hasFailed([...built, ...(await runPackage())]) ? 1 : 0;
