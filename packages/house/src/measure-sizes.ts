import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { at } from './root.ts';
import { runCommand } from './run-command.ts';
import type { Outcome } from './step.ts';

const BUILT = 'extension-browser/.output/chrome-mv3/content-scripts';
type Measured = { name: string; passed: boolean; size: number };

/** Every content script against the budget of 30 kB gzip (design 9), by size-limit. */
export async function measureSizes(): Promise<Outcome> {
  const scripts = globSync('*.js', { cwd: at(BUILT) }).toSorted();
  if (scripts.length === 0)
    return { state: 'skipped', note: 'no content script is built: npm run build' };
  const config = at('.cache/size-limit.json');
  mkdirSync(at('.cache'), { recursive: true });
  const limits = scripts.map((name) => ({
    name,
    path: at(BUILT, name),
    limit: '30 kB',
    gzip: true,
  }));
  writeFileSync(config, JSON.stringify(limits));
  const { code, output } = await runCommand('size-limit', ['--config', config, '--json'], {
    // size-limit finds its plug-ins in the package.json of the folder it runs in.
    cwd: at('packages/house'),
  });
  if (code !== 0) return { state: 'failed', output };
  const measured = JSON.parse(output) as Measured[];
  const note = measured
    .map(({ name, size }) => `${name} ${(size / 1000).toFixed(1)} kB`)
    .join(', ');
  return { state: 'passed', note };
}
