import { plainText } from '../text/style.ts';

/** Breaks what GitHub would make a mention, a reference or a link of; a reader sees nothing of it. */
const BREAK = '\u200B';
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060-\u2064\uFEFF]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // GitHub reads `$…$` as a formula before it reads Markdown.
  $: '&#36;',
};

/** One line without control, direction or invisible characters, at most `most` long. */
export function oneLine(text: string, most = 200): string {
  const flat = plainText(text).replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ').trim();
  if (flat.length <= most) return flat;
  // Half of a surrogate pair is no character.
  return `${flat.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Repository text as plain words in a GitHub comment: no markup, no HTML, no link, nobody notified and no other issue
 * or pull request referred to.
 */
export const escapeMarkdown = (text: string, most = 200): string =>
  oneLine(text, most)
    .replaceAll(/[&<>$]/g, (mark) => ENTITIES[mark] ?? '')
    .replaceAll(/[\\`*_[\]|~]/g, (mark) => `\\${mark}`)
    .replaceAll('@', `@${BREAK}`)
    .replaceAll(/(?<!&)#/g, `\\#${BREAK}`)
    .replaceAll(/\bGH-(?=\d)/gi, (mark) => `${mark}${BREAK}`)
    .replaceAll('://', `:${BREAK}//`)
    .replaceAll(/\bwww\./gi, (mark) => `${mark.slice(0, -1)}${BREAK}.`);

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
  const safe = URL.canParse(url) && new URL(url).protocol === 'https:';
  return safe
    ? `[${label}](${new URL(url).href.replaceAll(/[()|\\]/g, encodeURIComponent)})`
    : label;
}

/** Rows of cells that are Markdown already; at most `most` rows, and how many more there are. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  most: number,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const more = rows.length - most;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.slice(0, most).map(line),
    ...(more > 0 ? ['', `… and ${more} more.`] : []),
  ].join('\n');
}
