import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserName, findBrowser } from '../../../test/browser/find-browser.ts';
import { runCommand } from './run-command.ts';
import { say } from './say.ts';

export type Need = 'chromium' | 'firefox' | 'git' | 'openssl' | 'fonts';

/** The Debian package behind each need. */
const PACKAGES: Record<Need, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  git: 'git',
  openssl: 'openssl',
  fonts: 'fonts-dejavu-core',
};

const onPath = (program: string): boolean =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some(
      (folder) => existsSync(join(folder, program)) || existsSync(join(folder, `${program}.exe`)),
    );

function isThere(need: Need): boolean {
  if (need === 'chromium' || need === 'firefox')
    return findBrowser(need satisfies BrowserName) !== undefined;
  if (need !== 'fonts') return onPath(need);
  // Only a bare Linux image has no fonts at all.
  return process.platform !== 'linux' || existsSync('/usr/share/fonts/truetype');
}

const canInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get');

async function aptInstall(packages: readonly string[]): Promise<boolean> {
  say(`installing ${packages.join(', ')} (apt-get) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { code, output } = await runCommand('apt-get', args, { env });
  if (code !== 0) say(output.trimEnd().split('\n').slice(-5).join('\n'));
  return code === 0;
}

/**
 * Makes sure the system has what a task needs: installs it where that is possible without asking
 * (root on Debian), else says in one line what to install. Returns what is still missing.
 */
export async function needSystem(needs: readonly Need[]): Promise<Need[]> {
  const missing = needs.filter((need) => !isThere(need));
  if (missing.length === 0) return [];
  if (canInstall()) await aptInstall(missing.map((need) => PACKAGES[need]));
  const still = missing.filter((need) => !isThere(need));
  if (still.length > 0)
    say(
      `missing on this system: ${still.join(', ')}. On Debian or Ubuntu: apt-get install ${still.map((need) => PACKAGES[need]).join(' ')}; a browser elsewhere: set CHROMIUM or FIREFOX to its program.`,
    );
  return still;
}

/** Whether there is a display to show a window on. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
