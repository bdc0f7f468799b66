import { spawnSync } from 'node:child_process';
import { at, has } from './root.ts';
import { buildCli } from './run-build.ts';
import { say } from './say.ts';

// Bundled anew each time (a fraction of a second), so that it always is what the sources say.
if (has('packages/cli/src/main.ts')) {
  await buildCli();
  const program = at('packages/cli/dist/milepost.mjs');
  const run = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    // npm runs scripts at the top; the paths of the call are from where it was made.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
} else {
  say('packages/cli is not written yet');
  process.exitCode = 1;
}
