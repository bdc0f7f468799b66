import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionWorld, runAction } from '@milepost/cli/action/run-action';
import { composeAction } from '@milepost/cli/compose-action';
import type { Proposed } from './played-github.ts';

export type EventChanges = {
  title?: string;
  body?: string;
  author?: string;
  labels?: readonly string[];
  /** Repository the branch lies in. */
  from?: string | null;
};

/** The part of GitHub's event file that a pull request fills, as GitHub names it. */
export const eventOf = (pull: Proposed, changes: EventChanges = {}): string => {
  const { title = 'Change the plan', body = null, author = 'tom-berg', labels = [] } = changes;
  const from = changes.from === undefined ? 'acme/pay' : changes.from;
  return JSON.stringify({
    action: 'synchronize',
    number: pull.number,
    pull_request: {
      number: pull.number,
      title,
      body,
      html_url: `https://github.com/acme/pay/pull/${pull.number}`,
      user: { login: author },
      labels: labels.map((name) => ({ name })),
      milestone: null,
      head: { sha: pull.head, ref: pull.branch, repo: from && { full_name: from } },
      base: { sha: pull.base, ref: 'main', repo: { full_name: 'acme/pay' } },
    },
  });
};

export type Ran = { code: number; log: string; summary: string };

/** Runs the Action in this process on an event, with real files around it. */
export async function runOn(
  event: string,
  environment: Readonly<Record<string, string>>,
  changes: (world: ActionWorld) => Partial<ActionWorld> = () => ({}),
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-action-'));
  const [eventFile, summaryFile] = [join(folder, 'event.json'), join(folder, 'summary.md')];
  writeFileSync(eventFile, event);
  writeFileSync(summaryFile, '');
  const lines: string[] = [];
  const world = composeAction({
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    ...environment,
  });
  const fixed = {
    ...world,
    now: '2026-03-10T09:00:00Z',
    log: (line: string) => void lines.push(line),
  };
  try {
    const code = await runAction({ ...fixed, ...changes(fixed) });
    return { code, log: lines.join('\n'), summary: readFileSync(summaryFile, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
