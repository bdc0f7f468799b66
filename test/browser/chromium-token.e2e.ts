import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentWorld } from '../bench/overlay-page.ts';
import { PROGRAM_URL, startWorld, TOKEN, type World } from './chromium-world.ts';
import { connectProgram } from './connect-program.ts';

const PULL = 'https://github.com/acme/pay/pull/52';
const KEY = 'github.com/acme/program#main:program';
const PAGE = { host: 'github.com', repo: 'acme/pay', number: 52, title: 'PAY-12', url: PULL };
const RISK = { title: 'Nobody reads this' };

/** Every request a page may make, by type; and those of our own pages, which it may not. */
const REQUESTS: readonly Record<string, unknown>[] = [
  { type: 'badges', page: PAGE },
  { type: 'badges', page: PAGE, files: true },
  { type: 'card', page: PAGE, program: KEY, id: 'M-4' },
  { type: 'choices', page: PAGE },
  { type: 'tag-dependency', page: PAGE, program: KEY, form: { side: 'needs', title: 'Nothing' } },
  { type: 'capture-risk', page: PAGE, program: KEY, form: RISK },
  { type: 'capture-state', page: PAGE, program: KEY, operation: 'none' },
  { type: 'programs' },
  { type: 'sync', key: KEY },
  { type: 'disconnect', key: KEY },
];

/** Everything a content script can read: answers, extension storage, the page's storage, the drawn strip and card. */
const READ_ALL = `(async () => {
  const answers = [];
  for (const request of ${JSON.stringify(REQUESTS)})
    answers.push(await chrome.runtime.sendMessage(request).catch(String));
  const areas = {};
  for (const name of ['local', 'session', 'sync', 'managed'])
    areas[name] = await chrome.storage?.[name]?.get(null).catch(String);
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  const drawn = [...document.querySelectorAll('milepost-host')].map((host) => host.shadowRoot.innerHTML);
  const page = [document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }];
  return JSON.stringify({ answers, areas, databases, drawn, page });
})()`;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

async function readAll(): Promise<string> {
  const page = await world.chromium.open(PULL);
  const strip = page.locator('milepost-host');
  await strip.getByRole('button').first().click();
  await page.getByRole('dialog').getByText('Why it is shown here').waitFor();
  const run = await contentWorld(page, world.chromium.id);
  const read = String(await run(READ_ALL));
  await page.close();
  return read;
}

test.each([
  ['a field of its own', PROGRAM_URL, TOKEN],
  ['the address', PROGRAM_URL.replace('//', `//tom:${TOKEN}@`), undefined],
])(
  'a token typed in %s is in no answer, storage or drawing that a content script can see',
  async (_where, url, token) => {
    await connectProgram(world.chromium, {
      ...{ url, branch: 'main', folder: 'program' },
      ...(token && { token, signedAs: 'Tom Berg <tom.berg@acme.example>' }),
    });
    const options = await world.chromium.openOwn('options');
    await options.getByText('facts from').waitFor();
    await options.getByText(`token ends in ${TOKEN.slice(-4)}`).waitFor();
    const read = await readAll();
    expect(read).toContain('M-4');
    expect(read).toContain('Payments live');
    expect(read).not.toContain(TOKEN);
    expect(read).not.toContain(TOKEN.slice(4));
    expect(JSON.parse(read).databases).toEqual([]);
    await options.getByRole('button', { name: /^Disconnect/ }).click();
    await options.close();
  },
);
