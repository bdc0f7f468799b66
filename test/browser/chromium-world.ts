import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHandler } from '../servers/git-server.ts';
import {
  makeProgramRepository,
  type ProgramRepository,
} from '../servers/make-program-repository.ts';
import {
  type PageServer,
  type PageServerOptions,
  startPageServer,
} from '../servers/page-server.ts';
import { connectProgram } from './connect-program.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from './launch-chromium.ts';

export const TOKEN = 'ghp_secretOfTheTest4f2a';
export const PROGRAM_URL = 'https://github.com/acme/program.git';

export type World = {
  server: PageServer;
  chromium: Chromium;
  repository: ProgramRepository;
  /** Connects the example program with a token that may write. */
  connect(): Promise<void>;
  close(): Promise<void>;
};

type WorldOptions = Partial<ChromiumOptions> & {
  /** Reading needs no token. */
  publicRead?: boolean;
  api?: PageServerOptions['api'];
};

/** The built extension in Chromium, the page server, and the example program in a real Git repository behind a token. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-world-'));
  const repository = makeProgramRepository(root);
  const { publicRead = true, api, ...browser } = options;
  const git = createGitHandler({ root, requireToken: TOKEN, publicRead });
  const server = await startPageServer({ git, ...(api && { api }) });
  const chromium = await launchChromium({ ...browser, port: server.port });
  return {
    server,
    chromium,
    repository,
    connect: () =>
      connectProgram(chromium, {
        url: PROGRAM_URL,
        branch: 'main',
        folder: 'program',
        token: TOKEN,
        signedAs: 'Tom Berg <tom.berg@acme.example>',
      }),
    async close() {
      await chromium.close();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
