import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { HOST_FOLDER, HOST_NODE, HOST_VSCODE } from './host-place.ts';

const pinned = fileURLToPath(new URL('./host', import.meta.url));
const marker = join(HOST_FOLDER, '.ready');
const quiet = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];

const wanted = (): string => readFileSync(join(pinned, 'package-lock.json'), 'utf8');
const isReady = (): boolean => existsSync(marker) && readFileSync(marker, 'utf8') === wanted();

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  // npm itself may run on an older Node; whatever it runs uses the server's own.
  const PATH = `${dirname(HOST_NODE)}${delimiter}${process.env.PATH}`;
  await promisify(execFile)('npm', [...args, ...quiet], { cwd, env: { ...process.env, PATH } });
}

/**
 * Installs the pinned VS Code server from the npm registry, once: about 800 MB and one minute.
 * Install scripts stay off: they compile parts that no test needs.
 */
export async function installHost(say: (line: string) => void): Promise<void> {
  if (isReady()) return;
  say('installing the VS Code test host into .vscode-host (about a minute) …');
  rmSync(marker, { force: true });
  mkdirSync(HOST_FOLDER, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(pinned, file), join(HOST_FOLDER, file));
  await npm(HOST_FOLDER, ['ci']);
  // What the skipped install script would have done; npm ci refuses VS Code's own lock.
  await npm(HOST_VSCODE, ['install', '--no-save', '--no-package-lock']);
  writeFileSync(marker, wanted());
}
