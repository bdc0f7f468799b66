import { afterAll, beforeAll, expect, test } from 'vitest';
import { htmlPage } from '../servers/page.ts';
import { runGit } from '../servers/run-git.ts';
import { TOKEN } from './chromium-world.ts';
import { type FirefoxWorld, ownButton, startFirefoxWorld } from './firefox-world.ts';

const PULL = 'https://github.com/acme/pay/pull/52';
const ISSUE = 'https://acme.atlassian.net/browse/PAY-12';
const shadow = `document.querySelector('milepost-host')?.shadowRoot`;
const drawn = `${shadow}?.textContent`;
const inside = (selector: string, text = '') =>
  `[...(${shadow}?.querySelectorAll('${selector}') ?? [])].find((e) => (e.getAttribute('aria-label') ?? e.textContent).includes('${text}'))`;

let world: FirefoxWorld;
beforeAll(async () => {
  world = await startFirefoxWorld();
  await world.connect();
});
afterAll(() => world?.close());

test('the options page says what it read and never shows the token', async () => {
  const { tab } = await world.open(world.firefox.ownUrl('options'));
  await tab.until('document.body.innerText', 'token ends in 4f2a');
  expect(await tab.evaluate('document.documentElement.outerHTML')).not.toContain(TOKEN);
  await tab.close();
});

test('a pull request carries one strip, and a card opened by a press explains it', async () => {
  const { tab, hands } = await world.open(PULL);
  await tab.until(drawn, 'M-4');
  expect(await tab.evaluate(`document.querySelectorAll('milepost-host').length`)).toBe(1);
  await tab.evaluate(`${inside('button', 'Milestone M-4')}.click()`);
  expect(await tab.evaluate(`${shadow}.querySelector('[role=dialog]') === null`)).toBe(true);
  await hands.press(inside('button', 'Milestone M-4'));
  await tab.until(drawn, 'Why it is shown here');
  await tab.close();
});

test('a repository that no program names is left alone', async () => {
  world.server.setPage(
    'https://github.com/nobody/nothing/pull/1',
    htmlPage('<!doctype html><title>Nothing · Pull Request #1</title><main>Nothing</main>'),
  );
  const { tab } = await world.open('https://github.com/nobody/nothing/pull/1');
  await tab.until('document.readyState', 'complete');
  await new Promise((done) => setTimeout(done, 600));
  expect(await tab.evaluate(`document.querySelectorAll('milepost-host').length`)).toBe(0);
  await tab.close();
});

test('a risk captured on a Jira issue is one new commit with one new file', async () => {
  const before = runGit(world.repository.bare, 'rev-parse', 'main');
  const { tab, hands } = await world.open(ISSUE);
  await hands.press(inside('button', 'Capture risk'));
  await hands.fill(inside('input, textarea'), 'Test cards run out');
  await hands.press(inside('button', 'Save risk'));
  await tab.until(drawn, 'is published', 30_000);
  const changed = runGit(world.repository.bare, 'diff', '--name-only', before, 'main').split('\n');
  expect(changed).toHaveLength(1);
  expect(runGit(world.repository.bare, 'show', `main:${changed[0]}`)).toContain(
    'title: Test cards run out',
  );
  await tab.close();
});

test('a background that Firefox ended answers the next page', async () => {
  await world.firefox.stopBackground();
  const { tab } = await world.open(PULL);
  await tab.until(drawn, 'M-4');
  await tab.close();
});

test('without a network the strip stays, and Check now says offline', async () => {
  const { tab, hands } = await world.open(world.firefox.ownUrl('options'));
  await tab.until('document.body.innerText', 'facts from');
  world.proxy.setOffline(true);
  await hands.press(ownButton('Check now'));
  await tab.until('document.body.innerText', 'ffline', 30_000);
  world.proxy.setOffline(false);
  await tab.close();
});
