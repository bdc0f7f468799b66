import { execFileSync } from 'node:child_process';

/** Settings of every git of the tests: nobody's own configuration, one author. */
const ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann Test',
  GIT_AUTHOR_EMAIL: 'ann@acme.example',
  GIT_COMMITTER_NAME: 'Ann Test',
  GIT_COMMITTER_EMAIL: 'ann@acme.example',
};

/** Runs git in a folder and returns what it printed, without the last line end. Throws with git's own words. */
export const runGit = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd,
    env: { ...process.env, ...ENV },
    encoding: 'utf8',
    maxBuffer: 64e6,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trimEnd();
