import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, type FSWatcher, mkdirSync, watch, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasDisplay } from './need-system.ts';
import { at, root } from './root.ts';
import { runBuild } from './run-build.ts';
import { type Demo, startDemo } from './run-demo.ts';
import { say } from './say.ts';

type Watcher = {
  name: string;
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
};

const DEV_BUILD = 'extension-browser/.output/chrome-mv3-dev';

/** WXT would open a browser of its own, with no program and no pages; only a file in the home folder tells it not to. */
function homeWithoutBrowser(): NodeJS.ProcessEnv {
  const home = at('.cache/wxt-home');
  mkdirSync(home, { recursive: true });
  writeFileSync(at('.cache/wxt-home/.webextrc'), 'disabled=true\n');
  return { HOME: home, USERPROFILE: home, CI: '1' };
}

/** What runs until the developer stops it. Each line of their output carries their name. */
const watchers = (): readonly Watcher[] => [
  { name: 'types', command: 'tsc', args: ['-b', '-w', '--preserveWatchOutput'] },
  { name: 'tests', command: 'vitest', args: ['watch', '--config', 'test/vitest.config.ts'] },
  {
    ...{ name: 'browser', command: 'wxt', args: [], cwd: at('extension-browser') },
    env: homeWithoutBrowser(),
  },
];

/** A frame of a moving sign: twelve of them a second hide what matters. */
const SPINNER = /[\u2800-\u28ff]/;

function start({ name, command, args, cwd, env }: Watcher): ChildProcess {
  const child = spawn(command, args, {
    ...{ cwd: cwd ?? root, env: { ...process.env, ...env } },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const show = (chunk: Buffer) => {
    for (const line of String(chunk).trimEnd().split('\n'))
      if (!SPINNER.test(line)) say(`${name.padEnd(8)} ${line}`);
  };
  child.stdout.on('data', show);
  child.stderr.on('data', show);
  child.once('exit', (code) => say(`${name.padEnd(8)} ended (${code})`));
  return child;
}

/** Rebuilds the VS Code extension a moment after a source changed. */
function watchVscode(): FSWatcher[] {
  let waiting: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void runBuild(['vscode']), 300);
  };
  return ['extension-vscode/src', 'shared/src', 'packages/store/src'].map((folder) =>
    watch(at(folder), { recursive: true }, later),
  );
}

/** Opens the demo's browser with the development build as soon as there is one; undefined without a display. */
async function openBrowser(): Promise<Demo | undefined> {
  if (!hasDisplay()) {
    say('browser  no display: the extension is rebuilt, no browser is opened');
    return undefined;
  }
  while (!existsSync(at(DEV_BUILD, 'manifest.json'))) await sleep(500);
  const demo = await startDemo(false, at(DEV_BUILD));
  await demo.chromium.open('https://github.com/acme/pay/pull/52');
  return demo;
}

/** Starts every watcher and the browser; the returned function stops them all. */
export async function startWatching(): Promise<() => Promise<void>> {
  const children = watchers().map(start);
  const folders = watchVscode();
  const demo = await openBrowser();
  return async () => {
    for (const child of children) child.kill('SIGTERM');
    for (const folder of folders) folder.close();
    await demo?.close();
  };
}
