import type { PageContext } from '@milepost/shared/context/context';
import { findByLadder, textOf } from './find-by-ladder.ts';
import type { PullAddress } from './page-address.ts';

const STICKY =
  '[class*="StickyPullRequestHeader"],[class*="stickyHeader"],.gh-header-sticky,.js-sticky';

/** Below the title: React header first, then the Rails header that Enterprise servers keep for years. */
const HEADER_ROW = [
  '[data-component="PageHeader.Description"]',
  '[class*="prc-PageHeader-Description"]',
  '.gh-header-meta',
] as const;

const TITLE = [
  'h1[data-component="PH_Title"]',
  'h1[class*="prc-PageHeader-Title"]',
  'h1.gh-header-title',
] as const;

const SUMMARY = ['[class*="PullRequestHeaderSummary-module__summaryContainer"]', '.gh-header-meta'];
const REACT_ISLAND = 'react-app';

/** The row under the pull request's title, once React has taken over what the server sent. */
export function findPullHeader(root: ParentNode): HTMLElement | undefined {
  const row = findByLadder(root, HEADER_ROW, STICKY);
  const island = row?.closest(REACT_ISLAND);
  // Touching a React root before hydration makes React throw the whole subtree away.
  return island && !island.classList.contains('loaded') ? undefined : row;
}

function readTitle(root: ParentNode): string | undefined {
  const title = findByLadder(root, TITLE, STICKY);
  return textOf(title?.querySelector('.markdown-title,.js-issue-title') ?? title);
}

const branchOf = (link: Element): string | undefined => {
  const [, branch] = /\/tree\/(.+)$/.exec(link.getAttribute('href') ?? '') ?? [];
  if (!branch) return textOf(link)?.replace(/^[^:]*:\s*/, '');
  try {
    return decodeURIComponent(branch);
  } catch {
    return branch;
  }
};

function readBranches(root: ParentNode): { base?: string; head?: string } {
  const summary = findByLadder(root, SUMMARY, STICKY);
  if (!summary) return {};
  const links = summary.querySelectorAll(
    'a[data-component="BranchName"],a[class*="PullRequestBranchName"]',
  );
  const base = links[0] ?? summary.querySelector('.base-ref a,.base-ref');
  const head = links[1] ?? summary.querySelector('.head-ref a,.head-ref');
  return {
    ...(base && { base: branchOf(base) ?? '' }),
    ...(head && { head: branchOf(head) ?? '' }),
  };
}

function readLabels(root: ParentNode): string[] {
  const labels = root.querySelectorAll('.js-issue-labels .IssueLabel[data-name]');
  return [...labels].slice(0, 100).map((label) => label.getAttribute('data-name') ?? '');
}

function readMilestone(root: ParentNode): string | undefined {
  const item = root.querySelector('.discussion-sidebar-item.sidebar-progress-bar');
  return textOf(item?.querySelector('a[href*="/milestone/"]'));
}

/** Files shown on the *Files changed* tab; the list grows while the page loads. */
function readPaths(root: ParentNode): string[] {
  const classic = [...root.querySelectorAll('.file-header[data-path]')].map((header) =>
    header.getAttribute('data-path'),
  );
  const react = [...root.querySelectorAll('[role="region"][id^="diff-"] h3 a[href^="#diff-"]')].map(
    (link) => link.textContent?.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim(),
  );
  return [...new Set([...classic, ...react])].filter((path) => !!path).slice(0, 3000) as string[];
}

/** Leaves out what the page does not say: absent and empty are the same to matching. */
function said<Facts extends object>(facts: Facts): Partial<Facts> {
  const kept = Object.entries(facts).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(kept) as Partial<Facts>;
}

/** What the pull request page says about itself. Nothing is fetched. */
export function readPull(root: ParentNode, address: PullAddress): PageContext {
  const branches = readBranches(root);
  const body = root.querySelector(
    '.js-command-palette-pull-body .js-comment-body,.js-comment-body',
  );
  return {
    host: address.host,
    repo: address.repo,
    number: address.number,
    url: `https://${address.host}/${address.repo}/pull/${address.number}`,
    ...(said({
      title: readTitle(root),
      body: body?.textContent?.slice(0, 20_000),
      headBranch: branches.head,
      baseBranch: branches.base,
      labels: readLabels(root),
      githubMilestone: readMilestone(root),
      paths: readPaths(root),
    }) as Partial<PageContext>),
  };
}

/** Head commit of the pull request, where the page was loaded with it; after a soft navigation the embedded data is another page's. */
export function readHead(root: ParentNode, address: PullAddress): string | undefined {
  const data = root.querySelector('script[data-target="react-app.embeddedData"]')?.textContent;
  if (!data?.includes(`/${address.repo}/pull/${address.number}/`)) return undefined;
  return /"headSha":"([0-9a-f]{40})"/.exec(data)?.[1];
}
