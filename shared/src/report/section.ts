import type { ActionLine } from './open-actions.ts';
import type { Block, Spans } from './page.ts';
import { heading, line, type PageWords, sentence, strong } from './page-words.ts';

/** Heading and blocks; without blocks the sentence that says there are none, or nothing at all. */
export function section(
  { say }: PageWords,
  code: string,
  blocks: readonly Block[],
  empty: 'say' | 'skip' = 'say',
): Block[] {
  if (blocks.length > 0) return [heading(say(code)), ...blocks];
  return empty === 'skip' ? [] : [heading(say(code)), line(sentence(say(`${code}.none`)))];
}

/** A list, or nothing. */
export const listOf = (items: readonly Spans[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];

/** An action as a list item: what, who, until when, how far. */
export const actionItem = (
  { say }: PageWords,
  { id, title, owner, due, status }: ActionLine,
): Spans => [strong(id), ` ${say('action', { title, owner, due, status })}`];
