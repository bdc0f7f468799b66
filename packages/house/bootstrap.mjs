// Runs one task of the house on Node 24, from a fresh clone on: node packages/house/bootstrap.mjs TASK [ARGS]
// Plain JavaScript with no dependency, because it must run on an older Node before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.package-lock.json');
const stamp = join(root, 'node_modules/.milepost-lock');
const windows = process.platform === 'win32';

const digest = () => createHash('sha256').update(readFileSync(lock)).digest('hex');
const say = (line) => process.stderr.write(`${line}\n`);
const stop = (line) => {
  say(line);
  process.exit(1);
};

function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest()) return true;
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function install() {
  const before = digest();
  say('installing what package-lock.json names (npm install) …');
  const run = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: windows,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (run.status !== 0) stop(`npm install failed:\n${run.stdout ?? ''}${run.error ?? ''}`);
  if (digest() !== before)
    stop('npm install changed package-lock.json: commit it, or restore it and run again.');
  writeFileSync(stamp, before);
}

function findNode() {
  const own = join(root, 'node_modules/.bin/node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  return stop(
    `Node 22 or newer is needed; this is ${process.version}. Install it from https://nodejs.org and run again.`,
  );
}

function runTask(task, args) {
  const file = join(root, 'packages/house/src', `${task}.ts`);
  if (!/^[a-z0-9-]+$/.test(task) || !existsSync(file))
    stop(`there is no task ${task}: see packages/house/src`);
  const path = `${join(root, 'node_modules/.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
  const child = spawn(
    findNode(),
    ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', file, ...args],
    { stdio: 'inherit', env: { ...process.env, PATH: path } },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.once('error', (error) => stop(String(error)));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const [task = '', ...args] = process.argv.slice(2);
if (!isInstalled()) install();
runTask(task, args);
