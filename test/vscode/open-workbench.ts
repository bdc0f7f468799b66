import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { installHost } from './install-host.ts';
import { startHost } from './start-host.ts';
import { launchWorkbenchBrowser, workbenchUrl } from './workbench.ts';

export type Workbench = {
  page: Page;
  /** Runs a command by its title, through the palette. */
  run(title: string): Promise<void>;
  /** Chooses the entry of the open quick pick that begins with some words. */
  pick(words: string): Promise<void>;
  /** Answers the open input box. */
  type(text: string): Promise<void>;
  /** Opens a view container of the activity bar. */
  openView(name: string): Promise<void>;
  /** Waits for an editor tab whose title holds some words. */
  sees(title: string): Promise<void>;
  /** A row of the side bar's tree by what it shows. */
  row(words: string): Locator;
  close(): Promise<void>;
};

export type WorkbenchOptions = { folder: string; extension: string };

const ROWS = '.quick-input-list .monaco-list-row';

function driver(page: Page): Omit<Workbench, 'page' | 'close'> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  const row = (words: string) => page.locator('.sidebar .monaco-list-row', { hasText: words });
  return {
    row,
    async run(title) {
      await page.keyboard.press('F1');
      await input.fill(`>${title}`);
      await page.locator(ROWS, { hasText: title }).first().waitFor();
      await page.keyboard.press('Enter');
    },
    async pick(words) {
      const found = page.locator(ROWS, { hasText: words }).first();
      await found.waitFor();
      await found.click();
    },
    async type(text) {
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    async sees(title) {
      await page.locator('.tabs-container .tab', { hasText: title }).first().waitFor();
    },
    async openView(name) {
      await page.locator(`.activitybar .action-label[aria-label^="${name}"]`).first().click();
      await page.locator('.sidebar .monaco-list-row').first().waitFor();
    },
  };
}

/**
 * Opens a folder in the real workbench of the server-hosted VS Code, with an extension in development,
 * for a test that works as a person does: by what is on the screen. Linux on x64 only.
 */
export async function openWorkbench({ folder, extension }: WorkbenchOptions): Promise<Workbench> {
  await installHost(() => undefined);
  const data = mkdtempSync(join(tmpdir(), 'milepost-workbench-'));
  const host = await startHost(data);
  const browser = await launchWorkbenchBrowser();
  const close = async () => {
    await browser.close();
    await host.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(20_000);
    await page.goto(workbenchUrl({ port: host.port, folder, extensions: [extension] }));
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    return { page, close, ...driver(page) };
  } catch (error) {
    await close();
    throw error;
  }
}
