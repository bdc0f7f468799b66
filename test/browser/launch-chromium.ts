import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { requireBrowser } from './find-browser.ts';

/** What `npm run build` makes for Chrome. */
export const CHROME_BUILD: string = fileURLToPath(
  new URL('../../extension-browser/.output/chrome-mv3', import.meta.url),
);

export type ChromiumOptions = {
  /** Port of the page server: every host of every page and of the worker is mapped to it. */
  port: number;
  /** Folder of the unpacked extension; null for a browser without it. */
  extension?: string | null;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  args?: readonly string[];
};

export type Chromium = {
  context: BrowserContext;
  /** The extension's id; its pages are `chrome-extension://ID/NAME.html`. */
  id: string;
  /** The extension's service worker as it runs now; waits for it to start. */
  worker(): Promise<Worker>;
  /** Opens a page of the extension by its name: `options`, `popup`, `dashboard`. */
  openOwn(name: string): Promise<Page>;
  /** Opens any address in a new tab. */
  open(url: string): Promise<Page>;
  /** Stops the service worker as Chrome does when it has idled; the next event starts it again. */
  stopWorker(): Promise<void>;
  /** Closes the browser and removes its profile. */
  close(): Promise<void>;
};

function flagsFor(options: ChromiumOptions, extension: string | null): string[] {
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Both: playwright passes --disable-extensions, and "except" is what lifts it for this one.
    ...(extension
      ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : []),
    // localhost stays itself: the development build reloads through a server there.
    `--host-resolver-rules=MAP * 127.0.0.1:${options.port}, EXCLUDE localhost`,
    // The flag, not playwright's ignoreHTTPSErrors: that leaves the service worker's fetch failing.
    '--ignore-certificate-errors',
    ...(options.args ?? []),
  ];
}

/** Starts the system's Chromium on a fresh profile with the built extension, every host mapped to the page server. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const extension = options.extension === undefined ? CHROME_BUILD : options.extension;
  if (extension && !existsSync(join(extension, 'manifest.json')))
    throw new Error(`No extension in ${extension}: run npm run build first.`);
  const profile = mkdtempSync(join(tmpdir(), 'milepost-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless: options.headless ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    args: flagsFor(options, extension),
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return await withExtension(context, extension, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function withExtension(
  context: BrowserContext,
  extension: string | null,
  close: () => Promise<void>,
): Promise<Chromium> {
  const worker = async () =>
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const id = extension ? new URL((await worker()).url()).host : '';
  const open = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    context,
    id,
    worker,
    open,
    openOwn: (name) => open(`chrome-extension://${id}/${name}.html`),
    stopWorker: () => stopWorkers(context),
    close,
  };
}

async function stopWorkers(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
