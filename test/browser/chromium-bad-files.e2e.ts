import { afterAll, beforeAll, expect, test } from 'vitest';
import { githubPage } from '../servers/github-site.ts';
import { ownPullPage } from '../servers/own-github-pages.ts';
import { runGit } from '../servers/run-git.ts';
import { BAD_FILES, HOSTILE_RISK } from './bad-files.ts';
import { PROGRAM_URL, startWorld, TOKEN, type World } from './chromium-world.ts';

const NEWER = 'format: milepost/9\nname: From the future\nkey: future\n';
const PULL = 'https://github.com/acme/pay/pull/52';

let world: World;
beforeAll(async () => {
  world = await startWorld({
    records: {
      ...Object.fromEntries(BAD_FILES.map(({ path, text }) => [path, text])),
      'risks/R-907.yaml': HOSTILE_RISK,
      '../newer/program.yaml': NEWER,
    },
  });
  await world.connect();
});
afterAll(() => world?.close());

test.each(BAD_FILES.map((file) => [file.path, file] as const))(
  'the settings page says what is wrong with %s, and where',
  async (_path, file) => {
    const options = await world.chromium.openOwn('options');
    const line = options.getByRole('listitem').filter({ hasText: file.place }).last();
    await line.waitFor({ timeout: 10_000 });
    expect(await line.innerText()).toMatch(file.says);
    const link = await line.getByRole('link').getAttribute('href');
    expect(link).toContain(`https://github.com/acme/program/blob/main/program/${file.path}`);
    await options.close();
  },
);

test('the page counts them and says what to do; every other record works', async () => {
  const options = await world.chromium.openOwn('options');
  const row = options.getByRole('listitem').filter({ hasText: 'Payments renewal' });
  await row.getByText(`${BAD_FILES.length} files cannot be read.`).waitFor();
  expect(await row.innerText()).toContain('Correct them in the repository');
  await options.close();
  const pull = await world.chromium.open(PULL);
  await pull.locator('milepost-host').getByText('M-4', { exact: true }).waitFor();
  await pull.close();
});

test('markup in a title and a script in a link are text, in the strip and in the card', async () => {
  const address = 'https://github.com/acme/pay/pull/907';
  const page = ownPullPage({ repo: 'acme/pay', number: 907, title: 'Nothing else' });
  world.server.setPage(address, githubPage(page));
  const pull = await world.chromium.open(address);
  const before = await pull.title();
  const strip = pull.locator('milepost-host');
  await strip.getByRole('button', { name: /R-907/ }).click();
  const card = pull.getByRole('dialog');
  await card.getByText('<img src=x onerror=').first().waitFor();
  expect(await strip.locator('img, script').count()).toBe(0);
  expect(await strip.locator('a[href^="javascript:"]').count()).toBe(0);
  await pull.waitForTimeout(300);
  expect(await pull.title()).toBe(before);
  await pull.close();
});

test('a capture beside broken files changes none of them', async () => {
  const before = runGit(world.repository.bare, 'rev-parse', 'main');
  const issue = await world.chromium.open('https://acme.atlassian.net/browse/PAY-12');
  await issue.getByRole('button', { name: 'Capture risk', exact: true }).click();
  await issue.getByLabel('What may happen').fill('Broken files stay as they are');
  await issue.keyboard.press('Control+Enter');
  await issue.getByRole('dialog').getByText('is published').first().waitFor();
  await issue.close();
  const changed = runGit(world.repository.bare, 'diff', '--name-only', before, 'main').split('\n');
  expect(changed).toEqual(['program/risks/R-908.yaml']);
});

test('a program of a newer format is refused with the next step', async () => {
  const options = await world.chromium.openOwn('options');
  await options.getByLabel('Address').fill(PROGRAM_URL);
  await options.getByLabel('Branch').fill('main');
  await options.getByLabel('Folder').fill('newer');
  await options.getByLabel('Token').fill(TOKEN);
  await options.getByRole('button', { name: 'Check connection' }).click();
  const result = options.locator('.mp-check');
  await result.getByText('newer').first().waitFor();
  expect(await result.innerText()).toContain('Update Milepost');
  await options.close();
});
