import { readData } from './data-folder.ts';
import type { JiraIssue, JiraState } from './jira-state.ts';
import { escapeHtml, htmlPage, notFound, type Page } from './page.ts';

/** Jira Cloud's policy in outline. */
const CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
/** Files of the data folder by the path each is served at. */
const CLOUD: Readonly<Record<string, string>> = {
  '/jira/software/c/projects/ABC/boards/1': 'reduced/board_2026_08.html',
  '/jira/software/c/projects/ABC/boards/1?selectedIssue=ABC-12': 'reduced/board_modal_2026.html',
  '/jira/software/c/projects/ABC/boards/1/backlog': 'reduced/backlog_2026_08.html',
  '/jira/software/c/projects/ABC/boards/1/backlog?selectedIssue=ABC-22':
    'reduced/backlog_preview_panel_2026_08.html',
  '/issues/': 'reduced/issue_navigator_list_2026_08.html',
  '/issues/?filter=-1': 'cloud_shell/issue_navigator_empty.html',
  '/jira/for-you': 'cloud_shell/for_you_home.html',
};
const DATA_CENTER: Readonly<Record<string, string>> = {
  '/browse/ABC-101': 'dc/issue_view_dc.html',
  '/secure/RapidBoard.jspa': 'dc/board_dc.html',
  '/issues/': 'dc/issue_navigator_dc.html',
};

/** An issue page of our own, with the test ids of page facts B: for a machine without the real data. */
const ownIssuePage = ({ key, summary, parent }: JiraIssue): string => `<!doctype html>
<html lang="en" data-color-mode="light"><head><meta charset="utf-8"><meta name="application-name" content="JIRA">
<title>[${key}] ${escapeHtml(summary)} - Jira</title></head><body id="jira"><div id="jira-frontend">
<div data-testid="page-layout.root"><div role="main" data-testid="page-layout.main"><div id="jira-issue-header">
<nav aria-label="Breadcrumbs"><ol>${parent ? `<li><a data-testid="issue.views.issue-base.foundation.breadcrumbs.parent-issue.item" href="/browse/${parent}">${parent}</a></li>` : ''}
<li><a data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" aria-current="page" href="/browse/${key}"><span>${key}</span></a></li></ol></nav>
<div id="jira-issue-header-actions"></div></div><div data-testid="issue.views.issue-details.issue-layout.container-left">
<h1 data-testid="issue.views.issue-base.foundation.summary.heading">${escapeHtml(summary)}</h1>
<div data-testid="issue.views.issue-base.foundation.quick-add.quick-add-container"></div>
<div data-testid="issue.views.field.rich-text.description"><p>No description.</p></div></div>
<div data-testid="issue.views.issue-details.issue-layout.container-right"></div></div></div></div></body></html>`;

/** The drawn issue page of the data folder, with this issue in place of its own. */
function issuePage(issue: JiraIssue): string {
  const drawn = readData('pages/jira/reduced/issue_view_2026_08.html');
  if (drawn === undefined) return ownIssuePage(issue);
  return drawn
    .replaceAll('Sample summary ABC-400', 'Sample summary')
    .replaceAll('Sample summary', () => escapeHtml(issue.summary))
    .replaceAll('ABC-400', issue.key)
    .replaceAll('ABC-900', issue.parent ?? 'ABC-900');
}

const send = (html: string | undefined): Page =>
  html === undefined ? notFound : htmlPage(html, { 'content-security-policy': CSP });

const stored = (pages: Readonly<Record<string, string>>, path: string): string | undefined => {
  const file = pages[path] ?? pages[path.split('?')[0] ?? ''];
  return file === undefined ? undefined : readData('pages/jira', file);
};

/** What a Jira Cloud site answers at a path outside its API. */
export function answerJira(state: JiraState, path: string): Page {
  const key = /^\/browse\/([A-Z]+-\d+)/.exec(path)?.[1];
  const issue = key === undefined ? undefined : state.issues.get(key);
  return send(issue ? issuePage(issue) : stored(CLOUD, path));
}

/** What a Jira Data Center site answers at a path outside its API; nothing where the data folder is absent. */
export const answerJiraDataCenter = (path: string): Page => send(stored(DATA_CENTER, path));
