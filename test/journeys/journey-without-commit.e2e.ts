// The test of the journey test: without the commit of the dependency, the later steps must fail.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runGit } from '../servers/run-git.ts';
import { checkNow } from './pull-page.ts';
import { type Journey, startJourney } from './start-journey.ts';
import { readLanded, seeOnPull, tagOnJira, workInEditor } from './steps.ts';

const MANAGER = 'Sam Ortiz <sam.ortiz@acme.example>';
const LONG = 180_000;
/** The server-hosted VS Code is a Linux program. */
const canHostEditor = process.platform === 'linux' && process.arch === 'x64';

let journey: Journey;
let id: string;
const SOON = 6000;
beforeAll(async () => {
  journey = await startJourney();
  const before = runGit(journey.bare, 'rev-parse', 'main');
  await tagOnJira(await journey.openProfile(MANAGER));
  ({ id } = readLanded(journey.bare, before));
  runGit(journey.bare, 'update-ref', 'refs/heads/main', before);
}, LONG);
afterAll(() => journey?.close());

test('c fails: the pull request has no such badge', { timeout: LONG }, async () => {
  const engineer = await journey.openProfile();
  await expect(seeOnPull(engineer, id, SOON)).rejects.toThrow(id);
  // e reads the same page.
  await checkNow(engineer);
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
