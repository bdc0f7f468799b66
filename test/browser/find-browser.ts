import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PLACES = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
} as const;
const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

export type BrowserName = keyof typeof PLACES;

/** Where a browser is: the variable CHROMIUM or FIREFOX, then the usual places, then PATH. Undefined when there is none. */
export function findBrowser(name: BrowserName): string | undefined {
  const told = process.env[name.toUpperCase()];
  if (told) return told;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES[name].map((file) => join(folder, file)));
  return [...PLACES[name], ...onPath].find((place) => existsSync(place));
}

/** As findBrowser, for a test that cannot run without it. Throws with what to install. */
export function requireBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found) return found;
  throw new Error(`No ${name} found: install it, or set ${name.toUpperCase()} to its program.`);
}
