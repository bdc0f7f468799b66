import type { Author, CommitMessage } from '../git-host.ts';
import { decodeText, encodeText } from './join-bytes.ts';
import { isObjectId } from './object-id.ts';

/** What we read of a commit: its tree and parents. */
export type CommitLinks = { tree: string; parents: readonly string[] };

/** Links of a commit object, or undefined when it is none. */
export const parseCommit = (body: Uint8Array): CommitLinks | undefined => {
  const head = decodeText(body).split('\n\n', 1)[0] ?? '';
  const ids = (key: string) =>
    head
      .split('\n')
      .filter((line) => line.startsWith(`${key} `))
      .map((line) => line.slice(key.length + 1));
  const [tree, ...others] = ids('tree');
  const parents = ids('parent');
  if (tree === undefined || others.length > 0) return undefined;
  return [tree, ...parents].every(isObjectId) ? { tree, parents } : undefined;
};

/** Who wrote a commit, as it says itself: nobody has checked it. */
export const parseAuthor = (body: Uint8Array): Author | undefined => {
  const head = decodeText(body).split('\n\n', 1)[0] ?? '';
  const [, name, email] = /^author ([^<\n]*)<([^>\n]*)>/m.exec(head) ?? [];
  return name === undefined || email === undefined ? undefined : { name: name.trim(), email };
};

/** A name as Git stores it: no angle brackets, no line breaks, never empty. */
const cleanName = (text: string): string => {
  const clean = text.replace(/[<>\p{Cc}]/gu, ' ').trim();
  return clean === '' ? 'unknown' : clean;
};

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** The text of a commit message: summary, empty line, trailers. */
export const renderMessage = (message: CommitMessage): string => {
  const trailers = message.trailers.map(([key, value]) => `${key}: ${oneLine(value)}`);
  const summary = oneLine(message.summary) || 'Change the program';
  return trailers.length === 0 ? `${summary}\n` : `${summary}\n\n${trailers.join('\n')}\n`;
};

/** The body of a commit object. `at` is RFC 3339; it is written in UTC, to the second. */
export const buildCommit = (
  links: CommitLinks,
  message: CommitMessage,
  author: Author,
  at: string,
): Uint8Array<ArrayBuffer> => {
  const seconds = Math.floor(Date.parse(at) / 1000);
  const who = `${cleanName(author.name)} <${cleanName(author.email)}> ${seconds} +0000`;
  const lines = [
    `tree ${links.tree}`,
    ...links.parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ];
  return encodeText(`${lines.join('\n')}\n\n${renderMessage(message)}`);
};
