import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectProgram } from '../browser/connect-program.ts';
import { type Chromium, launchChromium } from '../browser/launch-chromium.ts';
import { createGitHandler } from '../servers/git-server.ts';
import { makeProgramRepository } from '../servers/make-program-repository.ts';
import { startPageServer } from '../servers/page-server.ts';
import { runGit } from '../servers/run-git.ts';

const TOKEN = 'journey-token';
const UNRELATED_FILES = 2000;

export type Journey = {
  /** The bare repository, as the Git host has it. */
  bare: string;
  /** Starts a browser of its own with the program connected: one person's profile. */
  openProfile(signedAs?: string): Promise<Chromium>;
  /** Clones the repository for somebody and returns the folder. */
  cloneFor(name: string, email: string): string;
  close(): Promise<void>;
};

/** One bare repository behind the real `git http-backend`: the example program among 2,000 unrelated files. */
export async function startJourney(): Promise<Journey> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-journey-'));
  const { bare } = makeProgramRepository(root, { unrelated: UNRELATED_FILES });
  const git = createGitHandler({ root, requireToken: TOKEN, publicRead: true });
  // As over a network: the header of a page is read before the page is painted.
  const server = await startPageServer({ git, styleDelay: 400 });
  const open: Chromium[] = [];
  return {
    bare,
    async openProfile(signedAs) {
      const chromium = await launchChromium({ port: server.port });
      open.push(chromium);
      await connectProgram(chromium, {
        ...{ url: 'https://github.com/acme/program', branch: 'main', folder: 'program' },
        ...(signedAs ? { token: TOKEN, signedAs } : {}),
      });
      // A page that is opened before the first reading shows nothing until it is visited again.
      const options = await chromium.openOwn('options');
      await options.getByText('facts from').waitFor();
      await options.close();
      return chromium;
    },
    cloneFor(name, email) {
      const folder = join(root, 'workspace');
      runGit(root, 'clone', '-q', bare, folder);
      runGit(folder, 'config', 'user.name', name);
      runGit(folder, 'config', 'user.email', email);
      return folder;
    },
    async close() {
      await Promise.all(open.map((chromium) => chromium.close()));
      await server.close();
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
