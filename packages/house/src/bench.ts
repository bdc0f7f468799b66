import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { at, root } from './root.ts';
import { say } from './say.ts';

// A process for each module: one bench must not warm or crowd the next.
const ONE = `const { run } = await import(process.argv[1]);
for (const figure of run ? await run() : []) console.log(JSON.stringify(figure));`;
const FLAGS = [
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  '--expose-gc',
];

/** Runs one module of test/bench and prints a JSON line a figure; false when a figure missed its budget. */
function runBench(file: string): boolean {
  const run = spawnSync(process.execPath, [...FLAGS, '--input-type=module', '-e', ONE, at(file)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  process.stdout.write(run.stdout);
  return run.status === 0 && !run.stdout.includes('"ok":false');
}

const [wanted = ''] = process.argv.slice(2);
const modules = globSync('test/bench/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && basename(file).includes(wanted))
  .toSorted();
if (modules.length === 0) say(`no bench is named ${wanted}: see test/bench`);
const kept = modules.map(runBench);
process.exitCode = kept.length > 0 && kept.every(Boolean) ? 0 : 1;
