import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageServer, startPageServer } from '../servers/page-server.ts';
import { type Chromium, launchChromium } from './launch-chromium.ts';
import { makeTinyExtension } from './tiny-extension.ts';

const tiny = makeTinyExtension('chromium');
let server: PageServer;
let chromium: Chromium;
beforeAll(async () => {
  server = await startPageServer();
  chromium = await launchChromium({ port: server.port, extension: tiny.folder });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  tiny.remove();
});

test('a content script and the worker meet the page server at the real addresses', async () => {
  const page = await chromium.open('https://github.com/acme/pay/pull/52');
  await page.waitForSelector('html[data-tiny]');
  expect(await page.evaluate(() => document.documentElement.dataset.tiny)).toBe(
    'PAY-12 for https://github.com/acme/pay/pull/52',
  );
  expect(await page.title()).toContain('PAY-12');
});

test('a stopped worker starts anew at the next message', async () => {
  const own = await chromium.openOwn('own');
  const started = () =>
    own.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(m: string): Promise<string> } };
      };
      return chrome.runtime.sendMessage('started');
    });
  const first = Number(await started());
  await chromium.stopWorker();
  expect(Number(await started())).toBeGreaterThan(first);
});
