import type { PageContext } from '@milepost/shared/context/context';
import { findByLadder, textOf } from './find-by-ladder.ts';

const testId = (id: string): string => `[data-testid="${id}"]`;

const CURRENT = testId('issue.views.issue-base.foundation.breadcrumbs.current-issue.item');
const PARENT = testId('issue.views.issue-base.foundation.breadcrumbs.parent-issue.item');
const SUMMARY = testId('issue.views.issue-base.foundation.summary.heading');
const QUICK_ADD = testId('issue.views.issue-base.foundation.quick-add.quick-add-container');

/** Where an issue can be shown: a dialog over a board, a side panel, the page itself. The cards behind a dialog stay in the document. */
const SCOPES = [
  testId('issue.views.issue-details.issue-modal.modal-dialog'),
  testId('preview-panels.preview-panel'),
  testId('page-layout.main'),
  '#jira-frontend',
] as const;

export type IssueView = {
  scope: HTMLElement;
  heading: HTMLElement;
  /** Our row goes before this, where the page has it; else after the heading. */
  before: HTMLElement | undefined;
};

const keyOf = (link: Element | null): string | undefined =>
  /\/browse\/([A-Z][A-Z0-9_]*-\d+)/.exec(link?.getAttribute('href') ?? '')?.[1];

/** The view that shows exactly this issue: the first breadcrumb link is the parent's, so the current one is asked for by name. */
export function findIssueView(page: Document, key: string): IssueView | undefined {
  for (const rung of SCOPES) {
    const scope = page.querySelector<HTMLElement>(rung);
    if (!scope || keyOf(scope.querySelector(CURRENT)) !== key) continue;
    const heading = findByLadder(scope, [`h1${SUMMARY}`, SUMMARY]);
    if (!heading) continue;
    return { scope, heading, before: findByLadder(scope, [QUICK_ADD]) };
  }
  return undefined;
}

/** What the issue page says in its markup; versions and labels are asked of Jira itself (see `jira-rest`). */
export function readIssue(view: IssueView, host: string, key: string): PageContext {
  const title = textOf(view.heading);
  const epic = keyOf(view.scope.querySelector(PARENT));
  return {
    host,
    key,
    url: `https://${host}/browse/${key}`,
    ...(title && { title }),
    ...(epic && { epic }),
  };
}
