import { Day, Line, Moment, PersonRef, Ref, Text, Timestamp } from '@milepost/shared/record/field';
import type { Random } from '@milepost/shared/schedule/random';
import type * as z from 'zod';
import { partsOf } from './schema-parts.ts';

/** Where values come from. `fill` is the chance that a field that may be absent is there. */
export type Source = { random: Random; ids: readonly string[]; fill: number };

export const DAYS = [
  '2026-03-10',
  '2026-03-01',
  '2026-02-16',
  '2026-06-12',
  '2025-12-31',
  '2024-02-29',
  '0001-01-01',
  '9999-12-31',
];
const TIMES = [
  '2026-03-02T09:00:00+01:00',
  '2026-03-10T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '0001-01-01T00:00:00+23:59',
  '2024-02-29T12:00Z',
];
const PEOPLE = ['ana', 'li', '@ana', 'ANA@acme.example', 'ghost', '__proto__', 'constructor'];
/** Ids no record has, and texts that only look like ids. */
const STRAYS = ['R-99999', 'other/R-1', 'fuzz/R-1', 'program', '__proto__', '../../R-1', 'REL-1.1'];
export const WORDS = [
  'short words',
  'acme/pay:src/**',
  'acme/pay:{a,b}{c,d}{e,f}/**/*[!x].ts',
  '**/**/**/*a*a*a*a*a',
  '[[[((((',
  'acme/pay#7',
  'PAY-12',
  'https://jira.example/browse/PAY-12',
  'javascript:alert(1)',
  '\u202Eright to left\u202C',
  'zero\u200Bwidth\uFEFF',
  'e\u0301\u0301\u0301\u0301',
  'lone \uD800 surrogate',
  '\u0000\u0007\u001B[31m',
  '{id} [[{title}]] $& $1',
  '__proto__',
  '   ',
];
/** Fields that are any line to their schema and more than that to the code behind. */
const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  timezone: ['UTC', 'Europe/Lisbon', 'Nowhere/City', 'America/Los_Angeles'],
  cadence: ['weekly', 'monthly', 'daily', 'biweekly', 'quarterly', 'sometimes'],
  time: ['09:00', '24:00', '25:99', 'noon'],
  key: ['fuzz', 'PAY-12', 'acme/pay#7', 'https://github.com/acme/pay/pull/7'],
};
const NUMBERS = [0, 1, 2, 3, 5, 0.5, 99, -1, 1e6, -1e5, 1e15, -1e15, 1e300, -1e300, 5e-324];
const ODD = [null, true, 0, 'word', [], {}, [['x']], { a: { b: [1] } }, 1e300, '2026-03-10'];

export const pick = <Item>({ random }: Source, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const fitting = new WeakMap<z.ZodType, readonly unknown[]>();

/** The candidates a schema accepts, worked out once. */
function accepted(schema: z.ZodType, candidates: readonly unknown[]): readonly unknown[] {
  const known = fitting.get(schema);
  if (known !== undefined) return known;
  const found = candidates.filter((value) => schema.safeParse(value).success);
  fitting.set(schema, found);
  return found;
}

const SLUGS = ['fuzz', 'ana', 'li', 'security_grc', 'gate_decider', 'constructor'];

const leaves = new Map<z.ZodType, (source: Source) => unknown>([
  [Day, (source) => pick(source, DAYS)],
  [Timestamp, (source) => pick(source, TIMES)],
  [Moment, (source) => pick(source, [...DAYS, ...TIMES])],
  [PersonRef, (source) => pick(source, PEOPLE)],
  [Ref, (source) => pick(source, source.random() < 0.9 ? source.ids : STRAYS)],
  [Line, (source) => pick(source, WORDS)],
  [Text, (source) => pick(source, WORDS)],
]);

function makeArray(schema: z.ZodType, source: Source): unknown[] {
  const { element } = partsOf(schema);
  const length = source.fill === 1 ? 1 : Math.floor(source.random() * 4);
  const make = (count: number) =>
    Array.from({ length: count }, () => makeValue(element as z.ZodType, source));
  const items = make(length);
  return schema.safeParse(items).success ? items : make(5);
}

function makeObject(shape: Readonly<Record<string, z.ZodType>>, source: Source): object {
  const entries = Object.entries(shape).flatMap(([key, child]) => {
    const mayMiss = ['optional', 'default'].includes(partsOf(child).type);
    if (mayMiss && source.random() >= source.fill) return [];
    const named = BY_NAME[key];
    const byName = named !== undefined && child.safeParse(named[0]).success;
    return [[key, byName ? pick(source, named) : makeValue(child, source)]];
  });
  return Object.fromEntries(entries);
}

function makeLeaf(schema: z.ZodType, source: Source): unknown {
  const { type, entries, options, valueType } = partsOf(schema);
  if (entries !== undefined) return pick(source, Object.values(entries));
  if (options !== undefined) return makeValue(pick(source, options), source);
  if (valueType !== undefined) {
    return Object.fromEntries(
      pick(source, [[], ['S-01', 'R'], ['1', '__proto__']]).map((key) => [
        key,
        makeValue(valueType, source),
      ]),
    );
  }
  if (type === 'boolean') return source.random() < 0.5;
  if (type === 'unknown') return pick(source, ODD);
  return pick(source, accepted(schema, [...SLUGS, ...WORDS, ...DAYS, ...NUMBERS]));
}

/** A value that a schema accepts, made of the strangest things it accepts. */
export function makeValue(schema: z.ZodType, source: Source): unknown {
  const leaf = leaves.get(schema);
  if (leaf !== undefined) return leaf(source);
  const { innerType, element, shape } = partsOf(schema);
  if (innerType !== undefined) return makeValue(innerType, source);
  if (element !== undefined) return makeArray(schema, source);
  return shape === undefined ? makeLeaf(schema, source) : makeObject(shape, source);
}
