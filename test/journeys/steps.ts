import { fileURLToPath } from 'node:url';
import type { Chromium } from '../browser/launch-chromium.ts';
import { runGit } from '../servers/run-git.ts';
import { openWorkbench, type Workbench } from '../vscode/open-workbench.ts';
import { openPull, readCard, readOpenChecks } from './pull-page.ts';
import { tagDependency, thursdayAhead } from './tag-dependency.ts';

const extension = fileURLToPath(new URL('../../extension-vscode', import.meta.url));
const GATE = 'G-2';

/** (a) A program manager tags a dependency on the Jira page of PAY-12. */
export async function tagOnJira(manager: Chromium): Promise<void> {
  const page = await manager.open('https://acme.atlassian.net/browse/PAY-12');
  page.setDefaultTimeout(20_000);
  await tagDependency(page, {
    what: 'Settlement file format is confirmed',
    otherIssue: 'PAY-31',
    team: 'Ledger',
    needBy: thursdayAhead(),
  });
  await page.close();
}

export type Landed = { commits: number; files: string[]; id: string; title: string; text: string };

/** (b) What Git says happened since a commit. */
export function readLanded(bare: string, since: string): Landed {
  const commits = runGit(bare, 'rev-list', '--count', `${since}..main`);
  const files = runGit(bare, 'diff', '--name-only', since, 'main').split('\n');
  const text = runGit(bare, 'show', `main:${files[0]}`);
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  return { commits: Number(commits), files, id: field('id'), title: field('title'), text };
}

export type SeenOnPull = { card: string; openChecks: number; checks: number };

/** (c) The provider's engineer sees the dependency on a pull request page, with its reason, and the gate behind it. */
export async function seeOnPull(
  engineer: Chromium,
  id: string,
  timeout = 20_000,
): Promise<SeenOnPull> {
  const page = await openPull(engineer, id, timeout);
  const [openChecks, checks] = await readOpenChecks(page, GATE);
  const card = await readCard(page, id);
  await page.close();
  return { card, openChecks, checks };
}

async function readUnderMilestone(workbench: Workbench, { id, timeout }: Look): Promise<string> {
  await workbench.openView('Milepost');
  await workbench.row('M-4').first().click();
  await workbench.page.keyboard.press('ArrowRight');
  const row = workbench.row(id);
  await row.waitFor({ timeout });
  return row.innerText();
}

async function verifyAndSignOff(workbench: Workbench): Promise<void> {
  await workbench.run('Milepost: Verify Criterion');
  await workbench.pick('G-2.7');
  await workbench.pick('Met');
  await workbench.type('6');
  await workbench.pick('A web address');
  await workbench.type('https://acme.example/wiki/drill');
  await workbench.sees('G-2.7.yaml');
  await workbench.run('Milepost: Sign Off Gate');
  await workbench.pick(GATE);
  await workbench.pick('Support');
  await workbench.pick('Approved');
  await workbench.type('Every shift passed the drill');
  await workbench.sees('support_lead.yaml');
}

type Look = { id: string; timeout: number };
export type SeenInEditor = { row: string; changed: string[] };

/**
 * (d) In VS Code, after a pull, the dependency stands under its milestone; a criterion is verified
 * and the gate signed off by what is on the screen; the change is committed and pushed.
 */
export async function workInEditor(
  folder: string,
  id: string,
  timeout = 20_000,
): Promise<SeenInEditor> {
  runGit(folder, 'pull', '-q');
  const workbench = await openWorkbench({ folder, extension });
  try {
    const row = await readUnderMilestone(workbench, { id, timeout });
    await verifyAndSignOff(workbench);
    runGit(folder, 'add', '-A');
    runGit(folder, 'commit', '-q', '-m', 'Verify the drill and sign off for support');
    runGit(folder, 'push', '-q');
    const changed = runGit(folder, 'diff', '--name-only', 'HEAD~1', 'HEAD').split('\n');
    return { row, changed };
  } finally {
    await workbench.close();
  }
}
