import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createGitHandler } from '../servers/git-server.ts';
import {
  makeProgramRepository,
  type ProgramRepository,
} from '../servers/make-program-repository.ts';
import { type PageServer, startPageServer } from '../servers/page-server.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from './launch-chromium.ts';

export const TOKEN = 'ghp_secretOfTheTest4f2a';
export const PROGRAM_URL = 'https://github.com/acme/program.git';

export type World = {
  server: PageServer;
  chromium: Chromium;
  repository: ProgramRepository;
  /** Connects the example program on the options page, as a person would. */
  connect(options?: { token?: string; folder?: string }): Promise<Page>;
  close(): Promise<void>;
};

/** The built extension in Chromium, the page server, and the example program in a real Git repository behind a token. */
export async function startWorld(
  options: Partial<ChromiumOptions> & { publicRead?: boolean } = {},
): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-world-'));
  const repository = makeProgramRepository(root);
  const git = createGitHandler({
    root,
    requireToken: TOKEN,
    publicRead: options.publicRead ?? true,
  });
  const server = await startPageServer({ git });
  const chromium = await launchChromium({ ...options, port: server.port });
  return {
    server,
    chromium,
    repository,
    connect: (given) => connectProgram(chromium, given),
    async close() {
      await chromium.close();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Fills the form of the options page; the page stays open. */
export async function connectProgram(
  chromium: Chromium,
  { token, folder }: { token?: string; folder?: string } = {},
): Promise<Page> {
  const page = await chromium.openOwn('options');
  await page.getByLabel('Address').fill(PROGRAM_URL);
  if (folder !== undefined) await page.getByLabel('Folder').fill(folder);
  if (token !== undefined) await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  return page;
}
