import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHandler } from '../servers/git-server.ts';
import {
  makeProgramRepository,
  type ProgramRepository,
} from '../servers/make-program-repository.ts';
import { type PageServer, startPageServer } from '../servers/page-server.ts';
import { PROGRAM_URL, TOKEN } from './chromium-world.ts';
import { type ConnectProxy, startConnectProxy } from './connect-proxy.ts';
import { type FirefoxHands, firefoxHands } from './firefox-hands.ts';
import type { FirefoxTab } from './firefox-tab.ts';
import { type Firefox, launchFirefox } from './launch-firefox.ts';

export type FirefoxWorld = {
  server: PageServer;
  proxy: ConnectProxy;
  firefox: Firefox;
  repository: ProgramRepository;
  /** A tab at an address, with hands on it. */
  open(url: string): Promise<{ tab: FirefoxTab; hands: FirefoxHands }>;
  /** Connects the example program on the options page, pressing and typing as a person does. */
  connect(): Promise<void>;
  close(): Promise<void>;
};

/** Finds the control of a label of an extension page. */
const field = (label: string) =>
  `[...document.querySelectorAll('label')].find((l) => l.textContent.startsWith('${label}'))?.control`;
/** Finds a button of an extension page by all of its text. */
export const ownButton = (name: string): string =>
  `[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === '${name}')`;

/** The built extension in Firefox, the page server behind a CONNECT proxy, and the example program in a real Git repository. */
export async function startFirefoxWorld(): Promise<FirefoxWorld> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-firefox-world-'));
  const repository = makeProgramRepository(root);
  const git = createGitHandler({ root, requireToken: TOKEN, publicRead: true });
  const server = await startPageServer({ git });
  const proxy = await startConnectProxy(server.port);
  const firefox = await launchFirefox({ proxyPort: proxy.port });
  const open = async (url: string) => {
    const tab = await firefox.newTab();
    await tab.goto(url);
    return { tab, hands: firefoxHands(firefox.send, tab) };
  };
  return {
    server,
    proxy,
    firefox,
    repository,
    open,
    async connect() {
      const { tab, hands } = await open(firefox.ownUrl('options'));
      await hands.fill(field('Address'), PROGRAM_URL);
      await hands.fill(field('Branch'), 'main');
      await hands.fill(field('Folder'), 'program');
      await hands.fill(field('Token'), TOKEN);
      await hands.fill(field('Sign edits as'), 'Tom Berg <tom.berg@acme.example>');
      await hands.press(ownButton('Connect'));
      await tab.until('document.body.innerText', 'facts from', 30_000);
      await tab.close();
    },
    async close() {
      await firefox.close();
      await proxy.close();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
