import { type Browser, chromium, type Page } from 'playwright-core';
import { requireBrowser } from '../browser/find-browser.ts';

export type Window = {
  port: number;
  /** Folder to open. */
  folder?: string;
  /** Folders of extensions in development. */
  extensions: readonly string[];
  /** Module whose `run()` the extension host calls. */
  tests?: string;
  /** Variables of the extension host. */
  env?: Record<string, string>;
};

/** Starts the browser that shows the workbench. */
export const launchWorkbenchBrowser = (headless = true): Promise<Browser> =>
  chromium.launch({
    executablePath: requireBrowser('chromium'),
    headless,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });

/** Address of a workbench window. Extension paths are absolute paths of this machine. */
export function workbenchUrl({ port, folder, extensions, tests, env }: Window): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...extensions.map((path): [string, string] => ['extensionDevelopmentPath', remote(path)]),
  ];
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (env) payload.push(['extensionEnvironment', JSON.stringify(env)]);
  const query = new URLSearchParams(folder ? { folder } : { ew: 'true' });
  query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

/**
 * Lets an extension use an authentication provider without the consent dialog, which test mode
 * refuses. Changes the configuration in the page before the workbench reads it: not by page.route,
 * because Chromium then takes the page for a non-local one and blocks its WebSocket.
 */
export async function grantAuthentication(
  page: Page,
  access: Record<string, readonly string[]>,
): Promise<void> {
  await page.addInitScript((granted) => {
    document.addEventListener('readystatechange', () => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (document.readyState !== 'interactive' || !meta) return;
      const config = JSON.parse(meta.getAttribute('data-settings') ?? '{}');
      config.productConfiguration = {
        ...config.productConfiguration,
        trustedExtensionAuthAccess: granted,
      };
      meta.setAttribute('data-settings', JSON.stringify(config));
    });
  }, access);
}
