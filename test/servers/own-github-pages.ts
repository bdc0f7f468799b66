import { escapeHtml } from './page.ts';

export type OwnPull = {
  repo: string;
  number: number;
  title: string;
  body?: string;
  base?: string;
  head?: string;
  labels?: readonly string[];
  milestone?: string;
};

const shell = (repo: string, title: string, content: string): string => `<!doctype html>
<html lang="en" data-color-mode="auto" data-light-theme="light" data-dark-theme="dark">
<head><meta charset="utf-8"><title>${escapeHtml(title)} · ${repo}</title>
<meta name="octolytics-dimension-repository_nwo" content="${repo}">
<link rel="stylesheet" href="https://github.githubassets.com/assets/site.css">
<script defer src="https://github.githubassets.com/assets/turbo.js"></script></head>
<body><main id="js-repo-pjax-container"><turbo-frame id="repo-content-turbo-frame">
<react-app class="loaded">${content}</react-app></turbo-frame></main></body></html>`;

const branch = (repo: string, name: string): string =>
  `<a data-component="BranchName" href="/${repo}/tree/${escapeHtml(name)}">${escapeHtml(name)}</a>`;

/**
 * A pull request page of our own in the outline of GitHub's 2026 header (page facts A2), for
 * stories that no captured page tells. It proves our wiring, not GitHub's markup.
 */
export function ownPullPage(pull: OwnPull): string {
  const { repo, number, title } = pull;
  const labels = (pull.labels ?? []).map(
    (label) => `<a class="IssueLabel" data-name="${escapeHtml(label)}">${escapeHtml(label)}</a>`,
  );
  const milestone = pull.milestone
    ? `<a href="/${repo}/milestone/1" title="${escapeHtml(pull.milestone)}">${escapeHtml(pull.milestone)}</a>`
    : 'No milestone';
  return shell(
    repo,
    `${title} by ann · Pull Request #${number}`,
    `<div class="prc-PageHeader-PageHeader-x" data-component="PageHeader">
<div data-component="TitleArea" class="prc-PageHeader-TitleArea-x"><h1 data-component="PH_Title" class="prc-PageHeader-Title-x">
<span class="markdown-title">${escapeHtml(title)}</span> <span class="fgColor-muted f1-light">#${number}</span></h1></div>
<div data-component="PH_Actions" class="prc-PageHeader-Actions-x"><button type="button">Edit</button></div>
<div data-component="PageHeader.Description"><div class="PullRequestHeaderSummary-module__summaryContainer__x">
<span data-status="pullOpened" class="prc-StateLabel-x">Open</span> ann wants to merge into
${branch(repo, pull.base ?? 'main')} from ${branch(repo, pull.head ?? 'work')}</div></div></div>
<nav aria-label="Pull request navigation tabs"><a id="prs-conversation-anchor-tab" href="/${repo}/pull/${number}">Conversation</a>
<a id="prs-files-anchor-tab" href="/${repo}/pull/${number}/changes">Files changed</a></nav>
<div class="Layout"><div class="Layout-main"><div class="js-comment-body comment-body markdown-body"><p>${escapeHtml(pull.body ?? '')}</p></div></div>
<div class="Layout-sidebar"><div id="partial-discussion-sidebar">
<div class="discussion-sidebar-item js-discussion-sidebar-item"><div class="js-issue-labels">${labels.join('')}</div></div>
<div class="discussion-sidebar-item sidebar-progress-bar"><form aria-label="Select milestones">${milestone}</form></div>
</div></div></div>`,
  );
}

const row = ({
  repo,
  number,
  title,
}: OwnPull): string => `<li id="_R_own_-list-view-node-${number}" class="ListItem-module__listItem__x PullsListItem-module__listItem__x" tabindex="0">
<div data-listview-item-title-container="true"><h3><a data-testid="listitem-title-link" data-turbo href="/${repo}/pull/${number}">${escapeHtml(title)}</a></h3></div>
<div class="MainContent-module__container__x"><div class="Description-module__container__x">#${number} opened by ann</div></div></li>`;

/** A pull request list of our own, in the outline of the 2026 React list. */
export const ownPullList = (repo: string, pulls: readonly OwnPull[]): string =>
  shell(
    repo,
    'Pull requests',
    `<ul role="list" data-listview-component="items-list" data-density="default">${pulls.map(row).join('\n')}</ul>`,
  );

/** The look of our own pages: near enough to GitHub's that a picture of the demo can be read. */
export const OWN_STYLE = `
html{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif}
body{margin:0}
main{max-width:1216px;margin:0 auto;padding:24px 32px}
h1{font-size:26px;font-weight:400;margin:0 0 8px}
a{color:light-dark(#0969da,#4493f8);text-decoration:none}
.fgColor-muted{color:GrayText}
[data-component=PageHeader]{display:grid;grid-template-columns:1fr auto;gap:4px 16px}
[data-component='PageHeader.Description']{grid-column:1/-1}
[data-component=BranchName]{font:12px monospace;background:light-dark(#ddf4ff,#121d2f);padding:2px 6px;border-radius:6px}
.prc-StateLabel-x{background:#1f883d;color:#fff;border-radius:999px;padding:4px 12px}
nav{display:flex;gap:24px;margin:16px 0;border-bottom:1px solid light-dark(#d1d9e0,#3d444d);padding-bottom:8px}
.Layout{display:grid;grid-template-columns:1fr 296px;gap:24px}
.js-comment-body,ul{border:1px solid light-dark(#d1d9e0,#3d444d);border-radius:6px;padding:0 16px}
li{list-style:none;padding:8px 0}
h3{font-size:16px;margin:0}`;

/** What Turbo Drive does, for our own pages: fetch the next page, swap `<body>`, push the address. */
export const TURBO_SCRIPT = `
const policy = trustedTypes.createPolicy('default', { createHTML: (text) => text });
const visit = async (href, push) => {
  const html = await (await fetch(href)).text();
  const next = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
  if (push) history.pushState({}, '', href);
  document.documentElement.replaceChild(document.adoptNode(next.body), document.body);
  document.title = next.title;
  document.dispatchEvent(new Event('turbo:load'));
};
addEventListener('popstate', () => visit(location.href, false));
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-turbo]');
  if (!link) return;
  event.preventDefault();
  visit(link.href, true);
});`;
