import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONTENT = `(globalThis.browser ?? chrome).runtime.sendMessage(location.href).then((answer) => {
  document.documentElement.dataset.tiny = answer;
});`;
const BACKGROUND = `const api = globalThis.browser ?? chrome;
const startedAt = performance.timeOrigin;
api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message === 'started') return reply(String(startedAt)), false;
  fetch('https://acme.atlassian.net/rest/api/3/issue/PAY-12')
    .then((answer) => answer.json())
    .then((issue) => reply(issue.key + ' for ' + message), (error) => reply(String(error)));
  return true;
});`;

/** An extension of three files, to prove the launchers without the product. Returns its folder and how to remove it. */
export function makeTinyExtension(browser: 'chromium' | 'firefox'): {
  folder: string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-tiny-'));
  const background =
    browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  const manifest = {
    manifest_version: 3,
    ...{ name: 'Tiny', version: '1.0', background },
    host_permissions: ['https://acme.atlassian.net/*', 'https://github.com/*'],
    content_scripts: [{ matches: ['https://github.com/*'], js: ['content.js'] }],
    browser_specific_settings: { gecko: { id: 'tiny@milepost.test' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'content.js'), CONTENT);
  writeFileSync(join(folder, 'background.js'), BACKGROUND);
  writeFileSync(join(folder, 'own.html'), '<!doctype html><title>own</title><p>own page</p>');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
