import type { PageContext } from '@milepost/shared/context/context';
import { readIssueKey, readPullAddress } from '../page/page-address.ts';

export type Sender = { id?: string; url?: string };

/** Who is asking: one of our pages, a content script on a page we serve, or nobody we answer. */
export type Surface =
  | { name: 'own' }
  | { name: 'github' | 'jira'; url: URL }
  | { name: 'stranger'; why: string };

/** Told by the browser, never by the message. `ownOrigin` is `chrome-extension://ID/` or `moz-extension://ID/`. */
export function surfaceOf(sender: Sender, ownId: string, ownOrigin: string): Surface {
  if (sender.id !== ownId) return { name: 'stranger', why: 'another extension' };
  if (!sender.url || !URL.canParse(sender.url)) return { name: 'stranger', why: 'no address' };
  if (sender.url.startsWith(ownOrigin)) return { name: 'own' };
  const url = new URL(sender.url);
  if (url.protocol !== 'https:') return { name: 'stranger', why: 'not https' };
  if (url.host === 'github.com') return { name: 'github', url };
  if (url.host.endsWith('.atlassian.net') && !url.pathname.startsWith('/wiki/'))
    return { name: 'jira', url };
  return { name: 'stranger', why: 'a host without a content script' };
}

/** A content script may speak of its own page only (rulings E6): the address the browser names must be the page's. */
export function isOwnPage(
  surface: { name: 'github' | 'jira'; url: URL },
  page: PageContext,
): boolean {
  if (page.host !== surface.url.host) return false;
  if (surface.name === 'jira') return page.key === readIssueKey(surface.url) && !!page.key;
  const address = readPullAddress(surface.url);
  return !!address && page.repo === address.repo && page.number === address.number;
}
