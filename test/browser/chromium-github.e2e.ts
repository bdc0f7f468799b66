import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasData } from '../servers/data-folder.ts';
import { githubPage } from '../servers/github-site.ts';
import { type OwnPull, ownPullList, ownPullPage } from '../servers/own-github-pages.ts';
import { startWorld, type World } from './chromium-world.ts';
import { GITHUB_PAGES } from './github-pages.ts';

const PULLS = GITHUB_PAGES.filter(({ kind }) => kind === 'pull' || kind === 'pull-files');
/** A risk that names every captured pull request, so that each has something to say. */
const NAMING = `id: R-90
title: Named by every captured page
status: open
workstream: program
external:
${PULLS.map(({ repo, number }) => `  - {system: github, key: "${repo}#${number}", role: discusses}`).join('\n')}
`;
const FIRST = 'https://github.com/acme/pay/pull/52';

let world: World;
let page: Page;
const hosts = () => page.locator('milepost-host');
const strip = () => hosts().getByRole('group');
const badges = () => strip().getByRole('button');
const settle = async (wanted: string) => {
  await page.locator(`milepost-host[data-entity="${wanted}"]`).waitFor();
  expect(await hosts().count()).toBe(1);
};

beforeAll(async () => {
  world = await startWorld({ records: { 'risks/R-90.yaml': NAMING } });
  await world.connect();
  page = await world.chromium.context.newPage();
  page.setDefaultTimeout(12_000);
});
afterAll(() => world?.close());

describe.runIf(hasData())('on captured pages', () => {
  test.each(PULLS.map((captured) => [captured.file, captured] as const))(
    '%s carries exactly one strip, outside the sticky copy',
    async (_file, captured) => {
      await page.goto(captured.url);
      await badges().first().waitFor();
      await settle(`${captured.repo}#${captured.number}`);
      expect(await page.locator('[class*="stickyHeader"] milepost-host').count()).toBe(0);
      expect(await badges().count()).toBeGreaterThan(0);
    },
  );

  test('a search page is left alone', async () => {
    const search = GITHUB_PAGES.find(({ kind }) => kind === 'search');
    await page.goto(search?.url ?? '');
    await page.waitForTimeout(600);
    expect(await hosts().count()).toBe(0);
  });

  test.each(['2026', '2025'])('the header of %s may be rendered again and again', async (year) => {
    const captured = PULLS.find(({ file }) => file.startsWith(`mergify_${year}`));
    await page.goto(captured?.url ?? '');
    await badges().first().waitFor();
    for (let round = 0; round < 5; round += 1) {
      await page.evaluate(() => {
        const host = document.querySelector('milepost-host');
        const header = host?.parentElement;
        host?.remove();
        header?.replaceWith(header.cloneNode(true));
      });
      await badges().first().waitFor();
    }
    await settle(`${captured?.repo}#${captured?.number}`);
  });
});

describe('navigation', () => {
  test('Turbo swaps the body there and back', async () => {
    const pull = (number: number): OwnPull => ({ repo: 'acme/pay', number, title: 'PAY-12 again' });
    world.server.setPage(
      'https://github.com/acme/pay/pulls',
      githubPage(ownPullList('acme/pay', [pull(52), pull(60)])),
    );
    world.server.setPage('https://github.com/acme/pay/pull/60', githubPage(ownPullPage(pull(60))));
    await page.goto('https://github.com/acme/pay/pulls');
    await page.locator('a[href$="/pull/60"]').click();
    await settle('acme/pay#60');
    await page.goBack();
    await page.locator('a[href$="/pull/52"]').waitFor();
    await expect.poll(() => hosts().count()).toBe(0);
    await page.locator('a[href$="/pull/52"]').click();
    await settle('acme/pay#52');
    await page.goBack();
    await page.goForward();
    await settle('acme/pay#52');
  });

  test('pushState and replaceState to another pull request move the strip with them', async () => {
    await page.goto(FIRST);
    await settle('acme/pay#52');
    await page.evaluate(() => history.pushState({}, '', '/acme/pay/pull/60/changes'));
    await settle('acme/pay#60');
    await page.evaluate(() => history.replaceState({}, '', '/acme/pay/pull/52'));
    await settle('acme/pay#52');
    await page.evaluate(() => history.pushState({}, '', '/acme/pay'));
    await expect.poll(() => hosts().count()).toBe(0);
  });
});

test('adds nothing and asks nothing in a repository no program names', async () => {
  const before = world.server.seen.length;
  await page.goto('https://github.com/acme/unrelated/pull/1');
  await page.waitForTimeout(1500);
  expect(await hosts().count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.dataset.milepost)).toBeUndefined();
  const ours = world.server.seen
    .slice(before)
    .filter(({ host, path }) => host === 'api.github.com' || path.includes('.git/'));
  expect(ours).toEqual([]);
});

test('asks GitHub for the files of a head commit once', async () => {
  const calls = () => world.server.seen.filter(({ host }) => host === 'api.github.com').length;
  await page.goto(FIRST);
  await badges().first().waitFor();
  await page.waitForTimeout(800);
  const before = calls();
  await page.reload();
  await badges().first().waitFor();
  await page.waitForTimeout(800);
  expect(calls()).toBe(before);
});

test('a card explains its badge, holds the keyboard, and gives the focus back', async () => {
  await page.goto(FIRST);
  await badges().first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await card.waitFor();
  const text = await card.innerText();
  for (const part of [
    'Payments live',
    'Why it is red',
    'Why it is shown here',
    'PAY-12',
    'acme/program',
  ])
    expect(text).toContain(part);
  expect(await badges().first().getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  const focused = () =>
    page.evaluate(
      () => document.querySelector('milepost-host')?.shadowRoot?.activeElement?.textContent,
    );
  expect(await focused()).toContain('M-4');
});

test('only a person opens a card: a click made by a script does nothing, and keys stay inside', async () => {
  await page.goto(FIRST);
  await badges().first().waitFor();
  await page.evaluate(() => {
    const root = document.querySelector('milepost-host')?.shadowRoot;
    root?.querySelector<HTMLElement>('.badge')?.click();
    (window as { keys?: number }).keys = 0;
    document.addEventListener('keydown', () => {
      (window as { keys?: number }).keys = 1;
    });
  });
  await page.waitForTimeout(400);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await badges().first().focus();
  await page.keyboard.press('x');
  expect(await page.evaluate(() => (window as { keys?: number }).keys)).toBe(0);
});

test('the page’s own content does not move after the first paint', async () => {
  await page.addInitScript(() => {
    const state = window as { shift?: number };
    state.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        state.shift = (state.shift ?? 0) + (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(FIRST);
  await badges().first().waitFor();
  await page.waitForTimeout(800);
  expect(await page.evaluate(() => (window as { shift?: number }).shift)).toBe(0);
});

test.each(['light', 'dark'] as const)(
  'has no accessibility violation in %s, card open',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(FIRST);
    await badges().first().click();
    await page.getByRole('dialog').waitFor();
    const { violations } = await new AxeBuilder({ page }).include('milepost-host').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await hosts().evaluate((host) => getComputedStyle(host).colorScheme)).toBe(colorScheme);
  },
);
