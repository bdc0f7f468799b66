import { spawnSync } from 'node:child_process';
import { at } from './root.ts';

// A process of its own: it reads its paths from where npm was called, as milepost does.
const run = spawnSync(
  process.execPath,
  ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'].concat(
    at('test/import-kubernetes/main.ts'),
    process.argv.slice(2),
  ),
  { cwd: process.env.INIT_CWD ?? process.cwd(), stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
