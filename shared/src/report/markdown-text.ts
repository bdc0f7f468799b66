/** Control characters break lines and tables; direction characters make text read as something else. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;

/** On one line, without control or direction characters; spaces collapse. */
export const oneLine = (text: string): string =>
  text.replaceAll(UNSAFE, ' ').replaceAll(/\s+/g, ' ');

const MARKS = /[\\`*_[\]|~$]/g;

/** Stands between characters without showing: keeps `@name` from calling a person and `www.` from becoming a link. */
const JOINER = '\u2060';

/** Only at the start of a line do these begin a heading, a list or a rule. */
export const guardStart = (markdown: string): string =>
  markdown.replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

/**
 * Repository text as inline Markdown that shows exactly that text: no markup, HTML, table cell, mention or link can come
 * out of it, on GitHub or elsewhere. At the start of a line `guardStart` belongs around the whole.
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replaceAll(MARKS, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('://', '\\://')
    .replaceAll(/@(?=[\p{L}\p{N}])/gu, `@${JOINER}`)
    .replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}${JOINER}.`);

const HTTPS = /^https:\/\/[^\s/?#@\\]+([/?#]|$)/;
const LEAVES_THE_LINK = /[\p{Cc}\p{Bidi_Control}\s"'`<>\\^{|}]/u;

/** The address when it is `https:` with a host and can be written as a link; undefined otherwise (rulings E3). */
export const safeLink = (link: string | undefined): string | undefined =>
  link === undefined || !HTTPS.test(link) || LEAVES_THE_LINK.test(link)
    ? undefined
    : link.replaceAll('(', '%28').replaceAll(')', '%29');
