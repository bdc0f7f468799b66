import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAM_URL, startWorld, TOKEN, type World } from './chromium-world.ts';

let world: World;
let options: Page;
beforeAll(async () => {
  world = await startWorld();
  options = await world.chromium.openOwn('options');
});
afterAll(() => world?.close());

async function check(fields: Readonly<Record<string, string>>): Promise<string> {
  for (const [label, value] of Object.entries(fields)) await options.getByLabel(label).fill(value);
  await options.getByRole('button', { name: 'Check connection' }).click();
  const result = options.locator('.mp-check');
  await result.getByText('Checking…').waitFor({ state: 'hidden' });
  return result.innerText();
}
const good = { Address: PROGRAM_URL, Branch: 'main', Folder: 'program', Token: '' };

test('a check says what is read and that nothing can be written without a token', async () => {
  const said = await check(good);
  expect(said).toContain('Ready to read, not to edit');
  expect(said).toContain('add a token that may write');
});

test('a check with a token is ready', async () => {
  expect(await check({ ...good, Token: TOKEN })).toContain('Ready\n');
});

test.each([
  [
    'another folder',
    { ...good, Folder: 'src' },
    'No program in this folder',
    'Choose another folder',
  ],
  ['another branch', { ...good, Branch: 'nope' }, 'The branch was not found', 'Check its name'],
  [
    'another repository',
    { ...good, Address: 'https://github.com/acme/gone.git' },
    'was not found',
    'private or renamed',
  ],
  [
    'no repository',
    { ...good, Address: 'https://github.com/acme/pay/pull/52' },
    'found',
    'address',
  ],
])('a check of %s says what is wrong and what to do', async (_what, fields, wrong, next) => {
  const said = await check(fields);
  expect(said).toContain(wrong);
  expect(said).toContain(next);
  expect(said).toContain('not checked');
});

test('a token that a readable repository refuses is said beside what could be read', async () => {
  const said = await check({ ...good, Token: 'wrong' });
  expect(said).toContain('The token was refused');
  expect(said).toContain('Make a new one');
  expect(said).toContain('give a token “Contents: write”');
});

test('a program can be looked at as of a day, and the list says so', async () => {
  await check({ ...good, 'Facts as of': '2026-03-10' });
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await options.getByText('judged as of 2026-03-10').waitFor();
  const pull = await world.chromium.open('https://github.com/acme/pay/pull/52');
  await pull.locator('milepost-host').getByText('5 days late').first().waitFor();
  await pull.close();
  await options.getByRole('button', { name: /^Disconnect/ }).click();
  await options.getByText('judged as of').waitFor({ state: 'detached' });
  await options.getByLabel('Facts as of').fill('');
});

test('a check without a network says so', async () => {
  await world.chromium.context.setOffline(true);
  const said = await check(good);
  await world.chromium.context.setOffline(false);
  expect(said).toContain('Offline');
});

test('a connected program shows what was read, survives a stopped worker, and can be disconnected', async () => {
  await check({ ...good, Token: TOKEN });
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  const row = options.getByRole('listitem').filter({ hasText: 'Payments renewal' });
  await row.waitFor();
  expect(await row.innerText()).toContain('token ends in 4f2a');
  expect(await row.innerText()).not.toContain('0 records');
  expect(await options.content()).not.toContain(TOKEN);
  await world.chromium.stopWorker();
  await options.reload();
  await row.getByText('facts from').waitFor();
  await row.getByRole('button', { name: 'Disconnect' }).click();
  await row.waitFor({ state: 'detached' });
});

test('has no accessibility violation in light and in dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await options.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: options }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});
