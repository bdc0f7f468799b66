import { formatDay } from './format-day.ts';
import { countOf, percent, signed, wholeNumber } from './format-number.ts';

export type Fact = string | number | boolean | readonly string[];
export type Facts = Readonly<Record<string, Fact>>;

type Form = (value: Fact, year: number | undefined) => string;

const number = (value: Fact): number => Number(value);

/** Rulings A3. */
const EVIDENCE: Readonly<Record<string, string>> = {
  L0: 'declared',
  L1: 'reviewed',
  L2: 'enforced',
  L3: 'pipeline',
};

const FORMS: Readonly<Record<string, Form>> = {
  day: (value, year) => formatDay(String(value), year),
  long: (value, year) => formatDay(String(value), year, 'long'),
  act: (value, year) => formatDay(String(value), year, 'act'),
  days: (value) => countOf(number(value), 'day', 'days'),
  workdays: (value) => countOf(number(value), 'working day', 'working days'),
  percent: (value) => percent(number(value)),
  number: (value) => wholeNumber(number(value)),
  signed: (value) => signed(number(value)),
  evidence: (value) => EVIDENCE[String(value)] ?? String(value),
  words: (value) => String(value).replaceAll(/[_-]/g, ' '),
};

const plainText = (value: Fact): string =>
  typeof value === 'object' ? value.join(', ') : String(value);

/** `{count|n:check:checks}` counts; every other form has a name; an unknown one is a mistake in the catalogue. */
function render(value: Fact, form: string | undefined, year: number | undefined): string {
  if (form === undefined) return plainText(value);
  const [name = '', one, many] = form.split(':');
  if (name === 'n') return countOf(number(value), one ?? '', many ?? '');
  return FORMS[name]?.(value, year) ?? plainText(value);
}

export const FORM_NAMES: readonly string[] = [...Object.keys(FORMS), 'n'];

const PLACE = /\{(\w+)(?:\|([^}]+))?\}/g;

/** Names of the facts a template asks for. */
export const placesOf = (template: string): readonly { fact: string; form: string | undefined }[] =>
  [...template.matchAll(PLACE)].map(([, fact = '', form]) => ({ fact, form }));

const fillPart = (template: string, facts: Facts, year: number | undefined): string =>
  template.replaceAll(PLACE, (_, fact: string, form: string | undefined) => {
    const value = facts[fact];
    return value === undefined ? '' : render(value, form, year);
  });

const isComplete = (part: string, facts: Facts): boolean =>
  placesOf(part).every(({ fact }) => facts[fact] !== undefined && facts[fact] !== '');

/**
 * A template with its facts. Facts are inserted once, as text: a `{…}` inside a fact stays what it is. `year` is the
 * program's, for dates.
 */
export function fill(template: string, facts: Facts, year: number | undefined): string {
  return template
    .split(/\[\[(.*?)\]\]/)
    .map((part, index) =>
      index % 2 === 1 && !isComplete(part, facts) ? '' : fillPart(part, facts, year),
    )
    .join('');
}
