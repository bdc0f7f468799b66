// The test of the journey test: without the commit of the dependency, the later steps must fail.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chromium } from '../browser/launch-chromium.ts';
import { runGit } from '../servers/run-git.ts';
import { checkNow, openPull } from './pull-page.ts';
import { type Journey, startJourney } from './start-journey.ts';
import { readLanded, type SeenOnPull, seeOnPull, tagOnJira, workInEditor } from './steps.ts';

const MANAGER = 'Sam Ortiz <sam.ortiz@acme.example>';
const LONG = 180_000;
/** The server-hosted VS Code is a Linux program. */
const canHostEditor = process.platform === 'linux' && process.arch === 'x64';

let journey: Journey;
let engineer: Chromium;
let id: string;
/** The commit of the dependency, and what its pull request shows with it. */
let dependency: string;
let withIt: SeenOnPull;
const GATE = 'G-2';
const SOON = 6000;
beforeAll(async () => {
  journey = await startJourney();
  const before = runGit(journey.bare, 'rev-parse', 'main');
  const manager = await journey.openProfile(MANAGER);
  await tagOnJira(manager);
  ({ id } = readLanded(journey.bare, before));
  withIt = await seeOnPull(manager, id);
  dependency = runGit(journey.bare, 'rev-parse', 'main');
  runGit(journey.bare, 'update-ref', 'refs/heads/main', before);
  engineer = await journey.openProfile();
}, LONG);
afterAll(() => journey?.close());

test('c fails: the pull request has no such badge', { timeout: LONG }, async () => {
  await expect(seeOnPull(engineer, id, SOON)).rejects.toThrow(id);
});

test.skipIf(!canHostEditor)(
  'd fails: the editor has no such row, and nothing is verified or signed off',
  { timeout: LONG },
  async () => {
    const folder = journey.cloneFor('Eva Lind', 'eva.lind@acme.example');
    await expect(workInEditor(folder, id, SOON)).rejects.toThrow(id);
    expect(runGit(folder, 'status', '--short')).toBe('');
  },
);

test('e fails: the pull request shows no count of the gate', { timeout: LONG }, async () => {
  await checkNow(engineer);
  await expect(openPull(engineer, GATE, SOON)).rejects.toThrow(GATE);
});

test('e fails with the dependency back: where nothing was verified the count is the old one', {
  timeout: LONG,
}, async () => {
  runGit(journey.bare, 'update-ref', 'refs/heads/main', dependency);
  await checkNow(engineer);
  const now = await seeOnPull(engineer, id);
  expect(now.openChecks).toBe(withIt.openChecks);
  expect(now.checks).toBe(withIt.checks);
});
