import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BidiSend, startFirefox } from './bidi-client.ts';
import { requireBrowser } from './find-browser.ts';
import { type FirefoxTab, firefoxTab } from './firefox-tab.ts';

/** What `npm run build` makes for Firefox. */
export const FIREFOX_BUILD: string = fileURLToPath(
  new URL('../../extension-browser/.output/firefox-mv3', import.meta.url),
);
/** A fixed moz-extension: host, or each run has another. */
const UUID = '11111111-2222-4333-8444-555555555555';

export type FirefoxOptions = {
  /** Port of the CONNECT proxy in front of the page server. */
  proxyPort: number;
  extension?: string;
  headless?: boolean;
};

export type Firefox = {
  send: BidiSend;
  newTab(): Promise<FirefoxTab>;
  tabs(): Promise<{ url: string; tab: FirefoxTab }[]>;
  /** Address of a page of the extension by its name: `options`, `popup`, `dashboard`. */
  ownUrl(name: string): string;
  /** Runs an expression in the browser's own scope: Services, WebExtensionPolicy and the rest. */
  inBrowser<T = unknown>(expression: string): Promise<T>;
  /** Ends the event page as Firefox does when it has idled. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
};

type Tree = { contexts: { context: string; url: string }[] };

function readAddonId(extension: string): string {
  const file = join(extension, 'manifest.json');
  if (!existsSync(file)) throw new Error(`No extension in ${extension}: run npm run build first.`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${file} names no browser_specific_settings.gecko.id`);
  return id;
}

const prefsFor = (proxyPort: number, addonId: string) => ({
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.no_proxies_on': '',
  'extensions.webextensions.uuids': JSON.stringify({ [addonId]: UUID }),
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
});

/** Starts the system's Firefox on a fresh profile with the built extension as a temporary add-on, behind the proxy. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const extension = options.extension ?? FIREFOX_BUILD;
  const addonId = readAddonId(extension);
  const { send, close } = await startFirefox({
    program: requireBrowser('firefox'),
    headless: options.headless ?? true,
    // Lets a test open moz-extension: pages and reach the browser's own scope.
    args: ['--remote-allow-system-access'],
    prefs: prefsFor(options.proxyPort, addonId),
  });
  const inBrowser = async <T>(expression: string) => {
    const { contexts } = await send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome' });
    return firefoxTab(send, contexts[0]?.context ?? '').evaluate<T>(expression);
  };
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)})`;
  try {
    await send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    send,
    inBrowser,
    close,
    ownUrl: (name) => `moz-extension://${UUID}/${name}.html`,
    stopBackground: () => inBrowser(`${policy}.extension.terminateBackground()`),
    async newTab() {
      const made = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
      return firefoxTab(send, made.context);
    },
    async tabs() {
      const { contexts } = await send<Tree>('browsingContext.getTree');
      return contexts.map(({ context, url }) => ({ url, tab: firefoxTab(send, context) }));
    },
  };
}
