// One dependency, from a Jira page to a signed-off gate: each step reads its facts from the next client's own screen, or from Git.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chromium } from '../browser/launch-chromium.ts';
import { runGit } from '../servers/run-git.ts';
import { checkNow } from './pull-page.ts';
import { type Journey, startJourney } from './start-journey.ts';
import { readLanded, type SeenOnPull, seeOnPull, tagOnJira, workInEditor } from './steps.ts';

const MANAGER = 'Sam Ortiz <sam.ortiz@acme.example>';
const LONG = 180_000;
/** The server-hosted VS Code is a Linux program. */
const canHostEditor = process.platform === 'linux' && process.arch === 'x64';

let journey: Journey;
let engineer: Chromium;
let before: string;
let onPull: SeenOnPull;
const landed = () => readLanded(journey.bare, before);
beforeAll(async () => {
  journey = await startJourney();
  before = runGit(journey.bare, 'rev-parse', 'main');
});
afterAll(() => journey?.close());

test('a: the manager tags a dependency on the Jira page', { timeout: LONG }, async () => {
  await tagOnJira(await journey.openProfile(MANAGER));
});

test('b: Git has exactly one new commit with that one file, and is sound', () => {
  const { commits, files, id, text } = landed();
  expect(commits).toBe(1);
  expect(files).toEqual([`program/dependencies/${id}.yaml`]);
  expect(text).toContain('PAY-31');
  expect(runGit(journey.bare, 'log', '-1', '--format=%an <%ae>', 'main')).toBe(MANAGER);
  expect(runGit(journey.bare, 'fsck', '--full', '--strict')).toBe('');
});

test('c: the engineer sees its badge and its reason on the pull request', {
  timeout: LONG,
}, async () => {
  engineer = await journey.openProfile();
  const { id, title } = landed();
  onPull = await seeOnPull(engineer, id);
  expect(onPull.card).toContain(title);
  expect(onPull.card).toContain('names PAY-31');
});

test.skipIf(!canHostEditor)(
  'd: the editor shows it under its milestone; a criterion is verified, the gate signed off, and pushed',
  { timeout: LONG },
  async () => {
    const folder = journey.cloneFor('Eva Lind', 'eva.lind@acme.example');
    const { id } = landed();
    const { row, changed } = await workInEditor(folder, id);
    expect(row).toContain(id);
    expect(changed).toEqual([
      'program/gates/G-2/criteria/G-2.7.yaml',
      'program/gates/G-2/signoffs/support_lead.yaml',
    ]);
    expect(runGit(journey.bare, 'rev-list', '--count', `${before}..main`)).toBe('2');
  },
);

test.skipIf(!canHostEditor)(
  "e: the pull request shows the gate's new count",
  { timeout: LONG },
  async () => {
    await checkNow(engineer);
    const now = await seeOnPull(engineer, readLanded(journey.bare, before).id);
    expect(now.openChecks).toBe(onPull.openChecks - 1);
    expect(now.checks).toBe(onPull.checks);
  },
);
