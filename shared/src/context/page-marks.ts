import type { PageContext } from './context.ts';

/** Bodies longer than any host allows are cut: page text is hostile. */
const MAX_TEXT = 200_000;

const ID = '(?:[RAIDMGB]|DEC|CR|ACT|REL|ESC|WS|TM)-[1-9]\\d{0,4}(?:\\.[1-9]\\d{0,3})?';
/** Domain 1.3: whole tokens only, with the program's key before a slash where one is given (rulings B9). */
const IN_TEXT = new RegExp(`(?<![\\w-])(?:[a-z0-9][a-z0-9-]{0,40}/)?${ID}(?![\\w-])`, 'g');
/** A branch often goes on after the id: `feature/M-4-retry`. */
const IN_BRANCH = new RegExp(`(?<![^/_])${ID}(?![\\w.])`, 'g');
const JIRA_KEY = /(?<![A-Za-z0-9_-])[A-Z][A-Z0-9_]+-[1-9]\d{0,8}(?![A-Za-z0-9_])/g;
const TRAILER = /^[ \t]*Program-Item:[ \t]*(.{1,1000})$/gim;
const IN_TITLE = new RegExp(`\\[(${ID}(?:[ \\t]*,[ \\t]*${ID})*)\\]`, 'g');

const cut = (text: string | undefined): string => (text ?? '').slice(0, MAX_TEXT);

const splitList = (list: string): readonly string[] =>
  list
    .split(/[,\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Ids of explicit markers, `<program key>/R-12` or `R-12`: trailers `Program-Item:` and `[M-4]` in the title. */
export function explicitIds(page: PageContext): readonly string[] {
  const found: string[] = [];
  for (const match of cut(page.body).matchAll(TRAILER)) found.push(...splitList(match[1] ?? ''));
  for (const match of cut(page.title).matchAll(IN_TITLE)) found.push(...splitList(match[1] ?? ''));
  return [...new Set(found)];
}

/** Ids, some as `<program key>/R-12`, that stand in ordinary text of the title, the body or the branch name. Whether they exist is the index's to say. */
export function mentionedIds(page: PageContext): readonly string[] {
  const found = new Set<string>();
  for (const text of [page.title, page.body])
    for (const match of cut(text).matchAll(IN_TEXT)) found.add(match[0]);
  for (const match of cut(page.headBranch).matchAll(IN_BRANCH)) found.add(match[0]);
  return [...found];
}

/** Jira keys in the title and the head branch (DESIGN section 5); a branch may write them in small letters. */
export function mentionedKeys(page: PageContext): readonly string[] {
  const found = new Set<string>();
  const texts = [cut(page.title), cut(page.headBranch).toUpperCase()];
  for (const text of texts) for (const match of text.matchAll(JIRA_KEY)) found.add(match[0]);
  return [...found];
}
