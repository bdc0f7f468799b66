import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { commandStep } from './command-step.ts';
import { at, has } from './root.ts';
import { type Finished, type Outcome, runSteps, type Step } from './step.ts';

export type Part = 'browser' | 'vscode' | 'cli';
export const PARTS: readonly Part[] = ['browser', 'vscode', 'cli'];

const absent = (name: string, path: string): Step => ({
  name,
  run: async (): Promise<Outcome> => ({ state: 'skipped', note: `${path} does not exist` }),
});

const browserStep = (target: 'chrome' | 'firefox'): Step =>
  commandStep(target, 'wxt', ['build', '-b', target, '--mv3'], { cwd: at('extension-browser') });

/** One file that needs nothing but Node. */
async function bundle(entry: string, outfile: string): Promise<void> {
  mkdirSync(at('packages/cli/dist'), { recursive: true });
  await build({
    absWorkingDir: at(),
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    legalComments: 'none',
    banner: {
      // Some dependencies are CommonJS and ask for node's own modules by require.
      js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
    },
  });
}

export const buildCli = (): Promise<void> =>
  bundle('packages/cli/src/main.ts', 'packages/cli/dist/milepost.mjs');

/** What `packages/cli/action.yml` runs. */
const buildAction = (): Promise<void> =>
  bundle('packages/cli/src/action/main.ts', 'packages/cli/dist/action.mjs');

const cliStep: Step = {
  name: 'cli',
  async run() {
    await buildCli();
    await buildAction();
    return {
      state: 'passed',
      note: 'packages/cli/dist/milepost.mjs, packages/cli/dist/action.mjs',
    };
  },
};

function stepsFor(part: Part): Step[] {
  if (part === 'browser')
    return has('extension-browser/wxt.config.ts')
      ? [browserStep('chrome'), browserStep('firefox')]
      : [absent('browser', 'extension-browser/wxt.config.ts')];
  if (part === 'vscode')
    return has('extension-vscode/build.mjs')
      ? [commandStep('vscode', 'node', ['extension-vscode/build.mjs', '--test'])]
      : [absent('vscode', 'extension-vscode/build.mjs')];
  return has('packages/cli/src/main.ts') ? [cliStep] : [absent('cli', 'packages/cli/src/main.ts')];
}

/** Builds parts of the product, one after the other: two bundlers at once are no faster on two cores. */
export const runBuild = (parts: readonly Part[] = PARTS): Promise<Finished[]> =>
  runSteps(parts.flatMap(stepsFor));
