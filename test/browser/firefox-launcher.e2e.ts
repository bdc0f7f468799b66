import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageServer, startPageServer } from '../servers/page-server.ts';
import { type ConnectProxy, startConnectProxy } from './connect-proxy.ts';
import { type Firefox, launchFirefox } from './launch-firefox.ts';
import { makeTinyExtension } from './tiny-extension.ts';

const tiny = makeTinyExtension('firefox');
let server: PageServer;
let proxy: ConnectProxy;
let firefox: Firefox;
beforeAll(async () => {
  server = await startPageServer();
  proxy = await startConnectProxy(server.port);
  firefox = await launchFirefox({ proxyPort: proxy.port, extension: tiny.folder });
});
afterAll(async () => {
  await firefox?.close();
  await proxy?.close();
  await server?.close();
  tiny.remove();
});

const url = 'https://github.com/acme/pay/pull/52';
const seen = 'document.documentElement.dataset.tiny';

test('a content script and the background meet the page server at the real addresses', async () => {
  const tab = await firefox.newTab();
  await tab.goto(url);
  await tab.until(seen, `PAY-12 for ${url}`);
  expect(proxy.hosts).toContain('acme.atlassian.net:443');
});

test('a stopped background starts anew at the next message', async () => {
  const own = await firefox.newTab();
  await own.goto(firefox.ownUrl('own'));
  await own.until('document.title', 'own');
  const ask = 'browser.runtime.sendMessage("started")';
  const first = Number(await own.evaluate(ask));
  await firefox.stopBackground();
  expect(Number(await own.until(ask))).toBeGreaterThan(first);
});

test('a cut proxy is offline, and comes back', async () => {
  const own = await firefox.newTab();
  await own.goto(firefox.ownUrl('own'));
  await own.until('document.title', 'own');
  proxy.setOffline(true);
  await own.until('browser.runtime.sendMessage("x")', 'NetworkError');
  proxy.setOffline(false);
  await own.until('browser.runtime.sendMessage("x")', 'PAY-12 for x');
});
