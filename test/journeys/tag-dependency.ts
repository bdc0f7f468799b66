import type { Page } from 'playwright-core';

export type Tagged = { what: string; otherIssue: string; team: string; needBy: string };

/** A Thursday about three months ahead: never a holiday of the example, never past. */
export function thursdayAhead(): string {
  const day = new Date(Date.now() + 90 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((4 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

/** A program manager tags a dependency on the Jira issue at hand and waits until the page says it is published. */
export async function tagDependency(page: Page, tagged: Tagged): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Tag dependency', exact: true }).click();
  await dialog.waitFor();
  await page.getByLabel('What exactly').fill(tagged.what);
  await page.getByRole('combobox', { name: 'Their issue' }).fill(tagged.otherIssue);
  await page.getByRole('option', { name: new RegExp(tagged.otherIssue) }).click();
  const team = page.getByLabel('Team that provides');
  const choice = team.locator('option', { hasText: tagged.team });
  await team.selectOption((await choice.getAttribute('value')) ?? '');
  await page.getByLabel('Needed by').fill(tagged.needBy);
  await page.getByRole('button', { name: 'Save dependency', exact: true }).click();
  await dialog.getByText('Published to Payments renewal').waitFor();
}
