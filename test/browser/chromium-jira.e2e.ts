import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runGit } from '../servers/run-git.ts';
import { startWorld, type World } from './chromium-world.ts';

const ISSUE = 'https://acme.atlassian.net/browse/PAY-12';
let world: World;
let page: Page;
const strip = () => page.locator('milepost-host').getByRole('group');
const dialog = () => page.getByRole('dialog');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const show = (file: string) => runGit(world.repository.bare, 'show', `main:program/${file}`);
const files = (folder: string) =>
  runGit(world.repository.bare, 'ls-tree', '--name-only', `main:program/${folder}`).split('\n');
/** A Thursday well ahead, never a holiday of the example. */
const thursdayAhead = (): string => {
  const day = new Date(Date.now() + 90 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((4 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
};

beforeAll(async () => {
  world = await startWorld();
  await world.connect();
  page = await world.chromium.context.newPage();
  page.setDefaultTimeout(12_000);
});
afterAll(() => world?.close());

test('the issue shows its milestone, its risk, what it waits for, and both capture actions', async () => {
  await page.goto(ISSUE);
  await strip().waitFor();
  await strip().getByText('M-4', { exact: true }).waitFor();
  const text = await strip().innerText();
  for (const part of ['M-4', 'R-18', 'D-21', 'Tag dependency', 'Capture risk'])
    expect(text).toContain(part);
  expect(await page.locator('milepost-host').count()).toBe(1);
});

test('tagging a dependency commits one new file and makes the Jira link', async () => {
  const before = files('dependencies');
  await button('Tag dependency').click();
  await dialog().waitFor();
  await page.getByLabel('What exactly').fill('Settlement file format is confirmed');
  await page.getByRole('combobox', { name: /Their issue/ }).fill('ledger');
  await page.getByRole('option', { name: /PAY-31/ }).click();
  await page.getByLabel('Team that provides').selectOption({ index: 1 });
  await page.getByLabel('Needed by').fill(thursdayAhead());
  await page.getByLabel('Also link the two issues').check();
  const sentence = await dialog().locator('.sentence').innerText();
  expect(sentence).toContain('needs settlement file format is confirmed from');
  await button('Save dependency').click();
  await dialog().getByText('Published to Payments renewal').waitFor();
  await dialog().getByText('Jira link made').waitFor();
  const added = files('dependencies').filter((file) => !before.includes(file));
  expect(added).toHaveLength(1);
  const text = show(`dependencies/${added[0]}`);
  expect(text).toContain('title: Settlement file format is confirmed');
  expect(text).toContain('item: PAY-12');
  expect(text).toContain('item: PAY-31');
  expect(text).toContain('raised_by: tom.berg');
  expect(world.server.jira.links).toEqual([
    { type: 'Blocks', inward: 'PAY-31', outward: 'PAY-12' },
  ]);
  await button('Close').last().click();
  await dialog().waitFor({ state: 'detached' });
});

test('what is missing is said at its field, and a title is enough for a draft', async () => {
  await button('Tag dependency').click();
  await button('Save dependency').click();
  await dialog().getByText('3 fields need attention').waitFor();
  await dialog().getByText('Choose the other team.').waitFor();
  expect(await button('Save draft').count()).toBe(0);
  await page.getByLabel('What exactly').fill('Only a title');
  await button('Save dependency').click();
  await dialog().getByText('2 fields need attention').waitFor();
  await button('Save draft').click();
  await dialog().getByText('is published').first().waitFor();
  await button('Close').last().click();
});

test('Esc asks before it throws away what was typed', async () => {
  await button('Capture risk').click();
  await page.getByLabel('What may happen').fill('Half a sentence');
  await page.keyboard.press('Escape');
  await button('Keep typing').click();
  expect(await page.getByLabel('What may happen').inputValue()).toBe('Half a sentence');
  await page.keyboard.press('Escape');
  await button('Discard').click();
  await dialog().waitFor({ state: 'detached' });
});

test('a risk captured here is a file there', async () => {
  await button('Capture risk').click();
  await page.getByLabel('What may happen').fill('Test cards run out');
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('is published').first().waitFor();
  const newest = files('risks').map((file) => show(`risks/${file}`));
  expect(newest.some((text) => text.includes('title: Test cards run out'))).toBe(true);
  await button('Close').last().click();
});

test('a link that Jira refuses is said, and can be tried again', async () => {
  await button('Tag dependency').click();
  await page.getByLabel('What exactly').fill('Certificates are renewed');
  await page.getByRole('combobox', { name: /Their issue/ }).fill('PAY-7');
  await page.getByLabel('Team that provides').selectOption({ index: 1 });
  await page.getByLabel('Needed by').fill(thursdayAhead());
  await page.getByLabel('Also link the two issues').check();
  world.server.jira.isUp = false;
  await button('Save dependency').click();
  await dialog().getByText('Link not made').waitFor();
  world.server.jira.isUp = true;
  await button('Try the link again').click();
  await dialog().getByText('Jira link made').waitFor();
  await button('Close').last().click();
});

test('a worker killed between saved and published loses nothing and doubles nothing', async () => {
  const before = files('dependencies');
  await button('Tag dependency').click();
  await page.getByLabel('What exactly').fill('Survives the end of the worker');
  await button('Save dependency').click();
  await button('Save draft').click();
  await dialog().getByText('Saved on this machine').waitFor();
  await world.chromium.stopWorker();
  await dialog().getByText('is published').first().waitFor({ timeout: 90_000 });
  const added = files('dependencies').filter((file) => !before.includes(file));
  expect(added).toHaveLength(1);
  await button('Close').last().click();
});

test('has no accessibility violation, dialog open, in light and in dark', async () => {
  for (const mode of ['light', 'dark']) {
    await page.evaluate((value) => {
      document.documentElement.dataset.colorMode = value;
    }, mode);
    await button('Tag dependency').click();
    await button('Save dependency').click();
    const { violations } = await new AxeBuilder({ page }).include('milepost-host').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await button('Cancel').click();
  }
});

test('a page of Confluence and an issue of another project are left alone', async () => {
  await page.goto('https://acme.atlassian.net/jira/for-you');
  await page.waitForTimeout(600);
  expect(await page.locator('milepost-host').count()).toBe(0);
});
