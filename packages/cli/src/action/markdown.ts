import {
  escapeMarkdown,
  oneLine as onOneLine,
  safeLink,
} from '@milepost/shared/report/markdown-text';

/** Breaks what GitHub would make a reference of; a reader sees nothing of it. */
const BREAK = '\u200B';
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060-\u2064\uFEFF]/gu;

/** One line without control, direction or invisible characters, at most `most` long. */
export function oneLine(text: string, most = 200): string {
  const flat = onOneLine(text.replaceAll(INVISIBLE, '')).trim();
  if (flat.length <= most) return flat;
  // Half of a surrogate pair is no character.
  return `${flat.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Repository text as plain words in a GitHub comment: no markup, no HTML, no link, nobody notified, and no other issue
 * or pull request told that it was mentioned.
 */
export const githubText = (text: string, most = 200): string =>
  escapeMarkdown(oneLine(text, most)).replaceAll(
    /#(?=\d)|\bGH-(?=\d)/gi,
    (mark) => `${mark}${BREAK}`,
  );

/** Repository text as code, which GitHub neither links nor notifies anybody of. Safe in a table cell. */
export function codeSpan(text: string, most = 200): string {
  const line = oneLine(text, most);
  if (line === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** A link of ours to a place of the repository; code alone where the address is not https (rulings E3). */
export function linkTo(text: string, url: string): string {
  const label = codeSpan(text);
  const safe = safeLink(url);
  return safe === undefined ? label : `[${label}](${safe})`;
}

/** Rows of cells that are Markdown already, and how many of `total` rows are not among them. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  total = rows.length,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const more = total - rows.length;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    ...(more > 0 ? ['', `… and ${more} more.`] : []),
  ].join('\n');
}
