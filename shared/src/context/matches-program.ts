import { plain } from './clues.ts';
import type { PageContext } from './context.ts';
import { hostOf, projectOf } from './external-key.ts';
import type { MatchIndex } from './index-draft.ts';

/** A page of a Jira site: it has an issue key and no repository, or its host is one the program names. */
export const isJiraPage = (index: MatchIndex, page: PageContext): boolean =>
  page.repo === undefined &&
  (page.key !== undefined || (page.host !== undefined && namesSite(index, hostOf(page.host))));

const namesSite = (index: MatchIndex, host: string): boolean =>
  index.places.sites.includes(host) || index.named.has(`site ${host}`);

const knowsSites = (index: MatchIndex): boolean =>
  index.places.sites.length > 0 || [...index.named.keys()].some((name) => name.startsWith('site '));

function namesRepo(index: MatchIndex, page: PageContext, repo: string): boolean {
  if (page.host !== undefined && hostOf(page.host) !== index.places.githubHost) return false;
  const name = plain(repo);
  return index.places.repos.includes(name) || index.named.has(`repo ${name}`);
}

/** The site must be the program's when it names any; then the project of the issue must be. */
function namesIssue(index: MatchIndex, page: PageContext): boolean {
  if (page.host !== undefined && knowsSites(index) && !namesSite(index, hostOf(page.host)))
    return false;
  if (page.key === undefined) return page.host !== undefined && namesSite(index, hostOf(page.host));
  const project = projectOf(page.key);
  return index.places.projectKeys.includes(project) || index.named.has(`project ${project}`);
}

/**
 * Rulings D10: whether this program has anything to do with the page's repository or issue. Where it has not, nothing
 * is matched, drawn or called. A local file (no host, no repository, no key) always belongs: it lies in the workspace.
 */
export function matchesProgram(index: MatchIndex, page: PageContext): boolean {
  if (page.repo !== undefined) return namesRepo(index, page, page.repo);
  if (page.key !== undefined || page.host !== undefined) return namesIssue(index, page);
  return true;
}
