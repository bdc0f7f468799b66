import type { Refusal } from '@milepost/shared/change/edit';
import { sayRefusal as sayGuard } from '@milepost/shared/words/say-finding';
import type { ProgramFacts } from './facts.ts';
import { personNames } from './row-words.ts';
import type { NotWritten } from './write-edit.ts';

/** At most so many people are named: a list of everybody helps nobody. */
const NAMED = 4;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A refused intention with the people who can settle it. */
export function sayRefusal(refusal: Refusal, facts: Pick<ProgramFacts, 'program'>): string {
  const what = sentence(sayGuard(refusal));
  const named = refusal.whoCan.slice(0, NAMED);
  if (named.length === 0) return what;
  const more = refusal.whoCan.length - named.length;
  return `${what} Who can: ${personNames(facts, named)}${more > 0 ? ` and ${more} more` : ''}.`;
}

const NOT_WRITTEN: Record<NotWritten['code'], string> = {
  'changed-meanwhile': 'changed meanwhile. Nothing was written. Try again.',
  unsaved: 'has unsaved changes in an editor. Save or revert it first.',
  'not-utf8': 'is not UTF-8 text. Nothing was written.',
  'path-taken': 'exists already. Nothing was written.',
  'file-gone': 'is not there any more. Nothing was written.',
  'broken-text': 'cannot be read. Mend it first.',
  'no-place': 'has no place for this change. Edit it by hand.',
  'not-spliceable': 'is written in a way that cannot be edited safely. Edit it by hand.',
};

/** Why nothing was written, and what to do. */
export const sayNotWritten = ({ code, path }: NotWritten): string => `${path} ${NOT_WRITTEN[code]}`;
