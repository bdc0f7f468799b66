import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
import { runGit } from '../servers/run-git.ts';
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
  /** Further files of the program, by path below its folder. */
  records?: Readonly<Record<string, string>>;
};

/** Commits further records to the example program. */
function addRecords({ bare }: ProgramRepository, records: Readonly<Record<string, string>>): void {
  if (Object.keys(records).length === 0) return;
  const work = `${bare}.more`;
  runGit(tmpdir(), 'clone', '-q', bare, work);
  for (const [path, text] of Object.entries(records)) {
    const file = join(work, 'program', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  runGit(work, 'add', '-A');
  runGit(work, 'commit', '-q', '-m', 'Add records of the test');
  runGit(work, 'push', '-q', 'origin', 'main');
}

/** The built extension in Chromium, the page server, and the example program in a real Git repository behind a token. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-world-'));
  const repository = makeProgramRepository(root);
  addRecords(repository, options.records ?? {});
  const { publicRead = true, api, records: _records, ...browser } = options;
  const git = createGitHandler({ root, requireToken: TOKEN, publicRead });
  const server = await startPageServer({ git, ...(api && { api }) });
  const chromium = await launchChromium({ ...browser, port: server.port });
  return {
    server,
    chromium,
    repository,
    async connect() {
      await connectProgram(chromium, {
        url: PROGRAM_URL,
        branch: 'main',
        folder: 'program',
        token: TOKEN,
        signedAs: 'Tom Berg <tom.berg@acme.example>',
      });
      const options = await chromium.openOwn('options');
      await options.getByText('facts from').waitFor();
      await options.close();
    },
    async close() {
      await chromium.close();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
