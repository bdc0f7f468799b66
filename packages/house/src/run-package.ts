import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { commandStep } from './command-step.ts';
import { at } from './root.ts';
import { runCommand } from './run-command.ts';
import { type Finished, type Outcome, runSteps, type Step } from './step.ts';

/** The zips of WXT (store zip, and for Firefox the sources zip) go to dist/ beside the .vsix. */
const zipStep = (target: 'chrome' | 'firefox'): Step => ({
  name: `${target} zip`,
  async run(): Promise<Outcome> {
    const { code, output } = await runCommand('wxt', ['zip', '-b', target, '--mv3'], {
      cwd: at('extension-browser'),
    });
    if (code !== 0) return { state: 'failed', output };
    const zips = globSync('extension-browser/.output/*.zip', { cwd: at() }).filter(
      (zip) => basename(zip).includes(target) || basename(zip).includes('sources'),
    );
    for (const zip of zips) copyFileSync(at(zip), at('dist', basename(zip)));
    return { state: 'passed', note: zips.map((zip) => `dist/${basename(zip)}`).join(', ') };
  },
});

const vsixStep: Step = commandStep(
  'vsix',
  'vsce',
  // Everything is bundled; vsce would otherwise pack the whole workspace's node_modules.
  ['package', '--no-dependencies', '--skip-license', '--out', at('dist/milepost.vsix')],
  { cwd: at('extension-vscode') },
);

/** What the stores take: the browser zips and the .vsix, under dist/. */
export function runPackage(): Promise<Finished[]> {
  for (const old of globSync('extension-browser/.output/*.zip', { cwd: at() })) rmSync(at(old));
  mkdirSync(at('dist'), { recursive: true });
  return runSteps([zipStep('chrome'), zipStep('firefox'), vsixStep]);
}
