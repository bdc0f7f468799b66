import type { Said } from '../context/badge.ts';
import { english } from './english.ts';
import { type Facts, fill } from './fill.ts';
import type { Catalogue, SayStyle, Sentence } from './sentence.ts';

/** `year`: the program's, so that its own dates need none. `catalogue`: another language, English where it has a gap. */
export type SayOptions = { year?: number | undefined; catalogue?: Catalogue | undefined };

/** First entry of `code@variant` … `code`, in the given catalogue, then in English. */
export function findSentence(
  code: string,
  variants: readonly string[] = [],
  catalogue: Catalogue = english,
): Sentence | undefined {
  for (const key of [...variants.map((variant) => `${code}@${variant}`), code]) {
    const sentence = catalogue[key] ?? english[key];
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** Unknown codes are shown as their own words: nothing is hidden because a sentence is missing. */
const asWords = (code: string): string => code.replace(/^[a-z]+\./, '').replaceAll(/[_-]/g, ' ');

/** A sentence of the catalogue with facts; the core's one way from codes to words. */
export function sayCode(
  code: string,
  facts: Facts,
  style: SayStyle,
  options: SayOptions & { variants?: readonly string[] } = {},
): string {
  const sentence = findSentence(code, options.variants, options.catalogue);
  if (sentence === undefined) return asWords(code);
  const year = options.year ?? (typeof facts.year === 'number' ? facts.year : undefined);
  return fill(sentence[style] ?? sentence.plain, facts, year).trim();
}

/** A state, a reason or a next step in words. Dates lose their year when it is the program's (`facts.year` or `year`). */
export const say = (said: Said, style: SayStyle, options: SayOptions = {}): string =>
  sayCode(said.code, said.facts, style, options);
