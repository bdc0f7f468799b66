import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { connectProgram } from '../../../test/browser/connect-program.ts';
import {
  CHROME_BUILD,
  type Chromium,
  launchChromium,
} from '../../../test/browser/launch-chromium.ts';
import { createGitHandler } from '../../../test/servers/git-server.ts';
import { makeProgramRepository } from '../../../test/servers/make-program-repository.ts';
import { type PageServer, startPageServer } from '../../../test/servers/page-server.ts';
import { type DemoPage, demoPages } from './demo-pages.ts';
import { at } from './root.ts';

const TOKEN = 'demo-token';
const PROGRAM = 'https://github.com/acme/program';
const UNRELATED_FILES = 2000;
/** As over a network: the header is read before the page is painted. */
const STYLE_DELAY = 400;
/** A page that shows nothing of ours after this long has nothing to show. */
const PATIENCE = 4000;

export type Demo = { chromium: Chromium; server: PageServer; close(): Promise<void> };

/**
 * The example program in a real Git repository among 2,000 other files, GitHub and Jira played by
 * the page server, and Chromium with the extension connected to the program. No account, no network.
 */
export async function startDemo(headless: boolean, extension = CHROME_BUILD): Promise<Demo> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-demo-'));
  makeProgramRepository(root, { unrelated: UNRELATED_FILES });
  const git = createGitHandler({ root, requireToken: TOKEN, publicRead: true });
  const server = await startPageServer({ git, styleDelay: STYLE_DELAY });
  const chromium = await launchChromium({ port: server.port, headless, extension });
  const close = async () => {
    await chromium.close();
    await server.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await connectProgram(chromium, {
      ...{ url: PROGRAM, branch: 'main', folder: 'program', token: TOKEN },
      signedAs: 'Sam Ortiz <sam.ortiz@acme.example>',
      // The day the example is told of.
      asOf: '2026-03-10',
    });
    return { chromium, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Texts that Milepost shows on a page of somebody else: those of its own elements' shadow roots. */
async function shownOn(page: Page): Promise<string[]> {
  const host = page.locator('milepost-host');
  await host.first().waitFor({ state: 'attached', timeout: PATIENCE }).catch(nothingShown);
  const texts = await host.evaluateAll((hosts) =>
    hosts.map((each) =>
      [...(each.shadowRoot?.children ?? [])]
        .filter((child) => child.tagName !== 'STYLE')
        .map((child) => child.textContent ?? '')
        .join(' '),
    ),
  );
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** Waiting in vain is an answer here: the page has nothing of ours. */
function nothingShown(error: Error): void {
  if (error.name !== 'TimeoutError') throw error;
}

const isBuilt = (page: DemoPage): boolean =>
  'url' in page.at || existsSync(join(CHROME_BUILD, `${page.at.own}.html`));

export type Shown = { title: string; address: string; texts: string[]; picture: string };

async function visit(chromium: Chromium, { at: place }: DemoPage): Promise<[Page, string[]]> {
  if ('own' in place) {
    const page = await chromium.openOwn(place.own);
    return [page, [await ownText(page)]];
  }
  const page = await chromium.open(place.url);
  return [page, await shownOn(page)];
}

/** Opens every page of the tour and says what it showed; a picture of each goes to demo-out/. */
export async function tour(demo: Demo, tell: (shown: Shown) => void): Promise<void> {
  mkdirSync(at('demo-out'), { recursive: true });
  for (const stop of demoPages().filter(isBuilt)) {
    const [page, texts] = await visit(demo.chromium, stop);
    const picture = `demo-out/${stop.name}.png`;
    await page.screenshot({ path: at(picture) });
    tell({ title: stop.title, address: page.url(), texts, picture });
  }
}

async function ownText(page: Page): Promise<string> {
  await page.locator('main, #root > *').first().waitFor();
  return (await page.innerText('body')).replaceAll(/\s+/g, ' ').trim();
}
