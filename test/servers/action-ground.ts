import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionWorld } from '@milepost/cli/action/run-action';
import { startGitServer } from './git-server.ts';
import { makeProgramRepository } from './make-program-repository.ts';
import { type PlayedGithub, type Proposed, playGithub } from './played-github.ts';
import { type EventChanges, eventOf, type Ran, runOn } from './run-action.ts';

/** What the workflow of `docs/action.md` grants; the test of that page compares. */
export const PERMISSIONS = { contents: 'read', pull_requests: 'write', checks: 'write' } as const;

export type Comment = { id: number; body: string; user: { login: string } };
export type Check = {
  name: string;
  conclusion: string;
  output: { title: string; summary: string; annotations_count: number };
};
type Files = Readonly<Record<string, string | undefined>>;

export type RunChanges = EventChanges & {
  inputs?: Readonly<Record<string, string>>;
  world?: (world: ActionWorld) => Partial<ActionWorld>;
};

/** A real Git server, a played GitHub with the same commits, and the Action between them. */
export type Ground = {
  github: PlayedGithub;
  /** A branch from `main` with these files changed, and its pull request. */
  propose(branch: string, files: Files): Promise<Proposed>;
  /** One more commit on it. */
  push(pull: Proposed, files: Files): Promise<Proposed>;
  run(pull: Proposed, changes?: RunChanges): Promise<Ran>;
  environment(): Readonly<Record<string, string>>;
  comments(pull: Proposed): Promise<Comment[]>;
  checks(pull: Proposed): Promise<Check[]>;
  review(pull: Proposed, login: string, event: string): Promise<number>;
  close(): Promise<void>;
};

const readsOf = (github: PlayedGithub): Pick<Ground, 'comments' | 'checks' | 'review'> => ({
  comments: ({ number }) => github.in('GET', `/issues/${number}/comments`),
  checks: async ({ head }) => {
    const path = `/commits/${head}/check-runs?filter=all`;
    return (await github.in<{ check_runs: Check[] }>('GET', path)).check_runs;
  },
  review: async ({ number }, login, event) => {
    const body = { event, body: 'As agreed' };
    const token = `token-of-${login}`;
    return (await github.in<{ id: number }>('POST', `/pulls/${number}/reviews`, body, token)).id;
  },
});

export async function startGround(): Promise<Ground> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-action-'));
  const { bare } = makeProgramRepository(root, { path: 'acme/pay.git' });
  const server = await startGitServer({ root });
  const github = await playGithub(bare, ['maria-keller', 'tom-berg', 'stranger']);
  const token = await github.tokenWith(PERMISSIONS);
  const environment = () => ({
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: server.url,
    INPUT_TOKEN: token,
  });
  return {
    github,
    propose: async (branch, files) => {
      await github.commit({ branch, from: 'main', files });
      return github.open(branch, 'Change the plan');
    },
    push: async (pull, files) => ({
      ...pull,
      head: await github.commit({ branch: pull.branch, from: pull.branch, files }),
    }),
    run: (pull, { inputs = {}, world, ...event } = {}) =>
      runOn(eventOf(pull, event), { ...environment(), ...inputs }, world),
    environment,
    ...readsOf(github),
    close: async () => {
      await github.close();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const M4 = 'program/milestones/M-4.yaml';

/** The external milestone with another committed date, and its log entry: what only the sponsor may approve. */
export function movedDate(github: PlayedGithub, date: string): Record<string, string> {
  const text = github
    .read(M4)
    .replace('committed_date: 2026-06-12\nbaseline', `committed_date: ${date}\nbaseline`);
  const entry = `  - {at: "2026-03-10T08:00:00+01:00", by: tom.berg, event: field, field: committed_date, from: 2026-06-12, to: ${date}, ref: CR-4}\n`;
  return { [M4]: `${text}${entry}` };
}
