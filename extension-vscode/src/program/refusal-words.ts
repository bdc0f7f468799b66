import type { Refusal } from '@milepost/shared/change/edit';
import type { People } from '@milepost/shared/record/people';
import type { NotWritten } from './write-edit.ts';

const namesOf = (people: People, ids: readonly string[]): string =>
  ids.map((id) => people.people.find((person) => person.id === id)?.name ?? id).join(', ');

const factsIn = (facts: Refusal['facts']): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${String(value)}`)
    .join(', ');

/** At most so many people are named: a list of everybody helps nobody. */
const NAMED = 4;

/** A refused intention with the people who can settle it. */
export function sayRefusal(refusal: Refusal, people: People): string {
  const facts = factsIn(refusal.facts);
  const what = `Not possible: ${refusal.code.replaceAll('-', ' ')}${facts === '' ? '' : ` (${facts})`}.`;
  const [named, more] = [refusal.whoCan.slice(0, NAMED), refusal.whoCan.length - NAMED];
  if (named.length === 0) return what;
  return `${what} Who can: ${namesOf(people, named)}${more > 0 ? ` and ${more} more` : ''}.`;
}

const notWritten: Record<NotWritten['code'], (path: string) => string> = {
  'changed-meanwhile': (path) => `${path} changed meanwhile. Nothing was written. Try again.`,
  unsaved: (path) => `${path} has unsaved changes in an editor. Save or revert it first.`,
  'not-utf8': (path) => `${path} is not UTF-8 text. Nothing was written.`,
  'path-taken': (path) => `${path} exists already. Nothing was written.`,
  'file-gone': (path) => `${path} is not there any more. Nothing was written.`,
} as Record<NotWritten['code'], (path: string) => string>;

/** Why nothing was written, and what to do. */
export const sayNotWritten = ({ code, path }: NotWritten): string =>
  notWritten[code]?.(path) ?? `${path} cannot be edited safely (${code}). Change it by hand.`;
