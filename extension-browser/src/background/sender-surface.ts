import type { PageContext } from '@milepost/shared/context/context';
import { readIssueKey, readPullAddress } from '../page/page-address.ts';

/** `url` is where the document was loaded; `tab.url` where it is now, told only for hosts we may read. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { url?: string | undefined } | undefined;
};

/** Who is asking: one of our pages, a content script on a page we serve, or nobody we answer. */
export type Surface =
  | { name: 'own' }
  | { name: 'github' | 'jira'; url: URL; isNow: boolean }
  | { name: 'stranger'; why: string };

/** Told by the browser, never by the message. `ownOrigin` is `chrome-extension://ID/` or `moz-extension://ID/`. */
export function surfaceOf(sender: Sender, ownId: string, ownOrigin: string): Surface {
  if (sender.id !== ownId) return { name: 'stranger', why: 'another extension' };
  if (!sender.url || !URL.canParse(sender.url)) return { name: 'stranger', why: 'no address' };
  if (sender.url.startsWith(ownOrigin)) return { name: 'own' };
  const loaded = new URL(sender.url);
  const { tab } = sender;
  const now = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : undefined;
  if (now && now.host !== loaded.host) return { name: 'stranger', why: 'a tab gone elsewhere' };
  return siteOf(now ?? loaded, now !== undefined);
}

function siteOf(url: URL, isNow: boolean): Surface {
  if (url.protocol !== 'https:') return { name: 'stranger', why: 'not https' };
  if (url.host === 'github.com') return { name: 'github', url, isNow };
  const isJira = url.host.endsWith('.atlassian.net') && !url.pathname.startsWith('/wiki/');
  if (isJira) return { name: 'jira', url, isNow };
  return { name: 'stranger', why: 'a host without a content script' };
}

/**
 * A content script may speak of its own page only (rulings E6). Where the browser tells the tab's address, it must be the
 * page's; on Jira, where we hold no host permission, only the site is told after a soft navigation.
 */
export function isOwnPage(
  surface: { name: 'github' | 'jira'; url: URL; isNow: boolean },
  page: PageContext,
): boolean {
  if (page.host !== surface.url.host) return false;
  if (surface.name === 'jira') {
    if (!page.key || page.repo !== undefined) return false;
    return !surface.isNow || page.key === readIssueKey(surface.url);
  }
  if (page.key !== undefined || !page.repo || !page.number) return false;
  const address = readPullAddress(surface.url);
  return !surface.isNow || (page.repo === address?.repo && page.number === address.number);
}
