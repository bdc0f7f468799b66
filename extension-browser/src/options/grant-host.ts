import { browser } from 'wxt/browser';

/** Asks the browser for one host, in a click; GitHub is granted from the start. An address that is none is left to the check. */
export async function grantHost(address: string): Promise<boolean> {
  if (!URL.canParse(address)) return true;
  const { protocol, host } = new URL(address);
  if (protocol !== 'https:') return true;
  const origins = [`https://${host}/*`];
  // Asked first and at once: Firefox forgets the click after a promise. What is granted already is granted without a question.
  return browser.permissions.request({ origins });
}
