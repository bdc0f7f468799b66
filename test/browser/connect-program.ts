import type { Chromium } from './launch-chromium.ts';

export type Connection = {
  url: string;
  branch?: string;
  folder?: string;
  /** Without it the program is read-only. */
  token?: string;
  /** `Name <mail>` of the commits. */
  signedAs?: string;
  /** `YYYY-MM-DD` instead of today. */
  asOf?: string;
};

/** Connects a program as a person does: on the extension's options page. Fails with what the page said. */
export async function connectProgram(chromium: Chromium, connection: Connection): Promise<void> {
  const page = await chromium.openOwn('options');
  const fill = (label: string, value: string | undefined) =>
    value === undefined ? undefined : page.getByLabel(label).fill(value);
  await fill('Address', connection.url);
  await fill('Branch', connection.branch);
  await fill('Folder', connection.folder);
  await fill('Token', connection.token);
  await fill('Sign edits as', connection.signedAs);
  await fill('Facts as of', connection.asOf);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const connected = page.getByRole('region', { name: 'Connected programs' });
  try {
    await connected.waitFor({ timeout: 30_000 });
  } catch (error) {
    throw new Error(`not connected; the page says:\n${await page.innerText('body')}`, {
      cause: error,
    });
  }
  await page.close();
}
