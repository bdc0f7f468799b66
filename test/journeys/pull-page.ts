import type { Locator, Page } from 'playwright-core';
import type { Chromium } from '../browser/launch-chromium.ts';

/** The provider's pull request: nothing in the example program names PAY-31 until somebody tags it. */
export const PULL = 'https://github.com/acme/ledger/pull/91';

const badge = (page: Page, id: string): Locator =>
  page
    .locator('milepost-host')
    .getByRole('button', { name: new RegExp(`\\b${id}\\b.*Open details`) });

/** A first visit may come before the extension has an answer and then shows its one-badge form. */
const VISITS = 3;

/** Opens the pull request page and waits for a record's badge, as a person does who looks again. Fails when it does not come. */
export async function openPull(chromium: Chromium, id: string, timeout: number): Promise<Page> {
  const page = await chromium.open(PULL);
  page.setDefaultTimeout(timeout);
  for (let visit = 1; visit < VISITS; visit++) {
    const isThere = await badge(page, id)
      .waitFor({ timeout: timeout / VISITS })
      .then(
        () => true,
        () => false,
      );
    if (isThere) return page;
    await page.reload();
  }
  try {
    await badge(page, id).waitFor({ timeout: timeout / VISITS });
    return page;
  } catch (error) {
    await page.close();
    throw error;
  }
}

/** What the card of a record says, opened by its badge. */
export async function readCard(page: Page, id: string): Promise<string> {
  await badge(page, id).click();
  const card = page.getByRole('dialog');
  await card.getByText('Why it is shown here').waitFor();
  return card.innerText();
}

/** How many checks of a gate are open, and of how many, as its badge says. */
export async function readOpenChecks(page: Page, gate: string): Promise<[number, number]> {
  const text = await badge(page, gate).innerText();
  const found = /(\d+) of (\d+) checks open/.exec(text);
  if (!found) throw new Error(`the badge of ${gate} says ${text}`);
  return [Number(found[1]), Number(found[2])];
}

/** Has the extension look for news now, by the button of its options page. */
export async function checkNow(chromium: Chromium): Promise<void> {
  const page = await chromium.openOwn('options');
  const asked = page.getByRole('button', { name: 'Check now' });
  await asked.click();
  await page.waitForTimeout(500);
  await page.close();
}
