import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { RUN_FOLDER } from './host-place.ts';
import { startHost } from './start-host.ts';
import { grantAuthentication, launchWorkbenchBrowser, workbenchUrl } from './workbench.ts';

export type HostRun = {
  folder: string | undefined;
  extensions: readonly string[];
  tests: string;
  env: Record<string, string>;
  /** Milliseconds until the run counts as hung. */
  timeout: number;
};

type Ended = { code: number; why?: string };

/** Lines that a suite prints for people carry this mark; the rest is VS Code's own chatter. */
const MARK = '@@';

function watch(page: Page, timeout: number, log: string[]): Promise<Ended> {
  page.on('console', (message) => log.push(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => log.push(`[pageerror] ${error.message}`));
  return new Promise((done, fail) => {
    page.on('crash', () => done({ code: 2, why: 'the workbench page crashed' }));
    setTimeout(() => done({ code: 2, why: `no result in ${timeout / 1000} s` }), timeout).unref();
    const exit = (code: number) => done({ code: code === 0 ? 0 : 1 });
    const tell = (type: string, args: unknown[]) => {
      const line = format(...args);
      log.push(`(${type}) ${line}`);
      if (line.startsWith(MARK)) process.stdout.write(`${line.slice(MARK.length)}\n`);
    };
    page.exposeFunction('codeAutomationExit', exit).catch(fail);
    page.exposeFunction('codeAutomationLog', tell).catch(fail);
  });
}

async function runInWindow(browser: Browser, port: number, run: HostRun): Promise<Ended> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const log: string[] = [];
  const ended = watch(page, run.timeout, log);
  await grantAuthentication(page, { github: ['milepost.milepost'] });
  await page.goto(
    workbenchUrl({
      port,
      extensions: run.extensions,
      tests: run.tests,
      env: run.env,
      ...(run.folder ? { folder: run.folder } : {}),
    }),
  );
  const result = await ended;
  if (result.code !== 0) await page.screenshot({ path: join(RUN_FOLDER, 'failure.png') });
  writeFileSync(join(RUN_FOLDER, 'window.log'), log.join('\n'));
  await context.close();
  return result;
}

/** Runs a suite inside the extension host of the server-hosted VS Code. Ends with 0, 1 (tests failed) or 2 (it never reported). */
export async function runInHost(run: HostRun): Promise<Ended> {
  mkdirSync(RUN_FOLDER, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'milepost-vscode-'));
  const host = await startHost(data);
  try {
    const browser = await launchWorkbenchBrowser();
    try {
      return await runInWindow(browser, host.port, run);
    } finally {
      await browser.close();
    }
  } finally {
    await host.stop();
    writeFileSync(join(RUN_FOLDER, 'server.log'), host.log());
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
