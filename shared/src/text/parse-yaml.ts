import { CORE_SCHEMA, defineMappingTag, load, mapTag, YAMLException } from 'js-yaml';
import { parseDocument } from 'yaml';
import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import { sameValue } from './field-value.ts';

/** Why a text is not taken as YAML. `line` and `column` count from 1. */
export type YamlFailure = {
  code:
    | 'syntax'
    | 'duplicate-key'
    | 'empty'
    | 'several-documents'
    | 'unknown-tag'
    | 'directive'
    | 'empty-key'
    /** The parser that reads and the one that finds places would not see the same data. */
    | 'ambiguous'
    | 'too-large'
    | 'too-deep'
    | 'too-many-aliases'
    | 'cycle';
  line: number;
  column: number;
  /** The parser's own words, short. */
  detail: string;
};

/** Bounds of one file. Records are small; whatever is larger is a mistake or an attack. */
export const YAML_LIMITS = {
  /** UTF-16 units. */
  size: 1_000_000,
  depth: 32,
  aliases: 100,
  /** Values after every alias is written out. */
  expanded: 100_000,
} as const;

type Carrier = Record<string, unknown>;

/** The way of nearly every key comes first: this runs for each key of each file. */
function addPair(carrier: Carrier, key: unknown, value: unknown): string {
  if (typeof key === 'string' && key !== '__proto__') {
    carrier[key] = value;
    return '';
  }
  return key === null ? 'empty mapping key' : mapTag.addPair(carrier, key, value);
}

/** A key without text reads as `null` here and as an empty string elsewhere, so it is refused. */
const map = defineMappingTag(mapTag.tagName, {
  create: () => ({}) as Carrier,
  addPair,
  has: (carrier, key) =>
    typeof key === 'string' ? Object.hasOwn(carrier, key) : mapTag.has(carrier, key),
  keys: mapTag.keys,
  get: mapTag.get,
  identify: mapTag.identify,
});
const options = {
  schema: CORE_SCHEMA.withTags(map),
  maxDepth: YAML_LIMITS.depth,
  maxAliases: YAML_LIMITS.aliases,
};

const reasons: readonly (readonly [string, YamlFailure['code']])[] = [
  ['duplicated mapping key', 'duplicate-key'],
  ['but found more', 'several-documents'],
  ['expected a document', 'empty'],
  ['empty mapping key', 'empty-key'],
  ['exceeded maxDepth', 'too-deep'],
  ['exceeded maxAliases', 'too-many-aliases'],
  ['explicit tag', 'unknown-tag'],
  ['unknown scalar tag', 'unknown-tag'],
  ['unknown sequence tag', 'unknown-tag'],
  ['unknown mapping tag', 'unknown-tag'],
];

const at = (code: YamlFailure['code'], detail: string, line = 1, column = 1) =>
  fail<YamlFailure>({ code, line, column, detail });

function readFailure(error: unknown): { ok: false; error: YamlFailure } {
  if (!(error instanceof YAMLException)) return at('syntax', String(error).slice(0, 200));
  const code = reasons.find(([words]) => error.reason.includes(words))?.[1] ?? 'syntax';
  return at(code, error.reason, (error.mark?.line ?? 0) + 1, (error.mark?.column ?? 0) + 1);
}

const isCollection = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

type Extent = { count: number; depth: number };
type Excess = 'cycle' | 'too-many-aliases' | 'too-deep';

const leaf: Extent = { count: 1, depth: 1 };

function join(whole: Extent, part: Extent): Extent | Excess {
  const count = whole.count + part.count;
  const depth = Math.max(whole.depth, part.depth + 1);
  if (count > YAML_LIMITS.expanded) return 'too-many-aliases';
  return depth > 2 * YAML_LIMITS.depth ? 'too-deep' : { count, depth };
}

/** Size and depth below `value` with every alias written out, or why that cannot be said. */
function measure(value: object, known: Map<object, Extent | 'cycle'>): Extent | Excess {
  const seen = known.get(value);
  if (seen !== undefined) return seen;
  known.set(value, 'cycle');
  let extent: Extent | Excess = leaf;
  for (const child of Object.values(value)) {
    const inner: Extent | Excess = isCollection(child) ? measure(child, known) : leaf;
    extent = typeof inner === 'string' ? inner : join(extent, inner);
    if (typeof extent === 'string') return extent;
  }
  known.set(value, extent);
  return extent;
}

/** A tree of its own: whoever completes one place of the data must not change another. */
function copyTree(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyTree);
  if (!isCollection(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) mapTag.addPair(copy, key, copyTree(child));
  return copy;
}

function expandAliases(value: unknown): Result<unknown, YamlFailure> {
  const extent = isCollection(value) ? measure(value, new Map()) : undefined;
  return typeof extent === 'string' ? at(extent, 'aliases written out') : ok(copyTree(value));
}

/** Rare spellings that YAML parsers take differently: lone carriage returns, tabs, folded escapes, tags, anchors. */
const DOUBTFUL =
  /\r(?!\n)|\t|\\ *\r?\n|[\u0085\u2028\u2029]|(?!^)\uFEFF|(?:^|[\s:,[{])(?:!|[&*][^\s*])/m;

/** Without one of these characters no text is doubtful; asked first, because it is cheap. */
const MAYBE_DOUBTFUL = /[\r\t\\\u0085\u2028\u2029\uFEFF!&*]/;

/** Numbers beyond what a double holds: infinite to one parser, text to another. */
const HUGE = /\d[eE]\+?\d{3}|\d{300}|0x[\da-fA-F]{250}/;

const isDoubtful = (text: string): boolean =>
  (MAYBE_DOUBTFUL.test(text) && DOUBTFUL.test(text)) || HUGE.test(text);

/** Holds a doubtful text against the parser that finds positions and makes edits (rulings C4). */
function confirm(text: string, value: unknown): Result<unknown, YamlFailure> {
  const document = parseDocument(text, { schema: 'core', version: '1.2', logLevel: 'error' });
  if (document.errors.length === 0 && sameValue(document.toJS(), value)) return ok(value);
  return at('ambiguous', document.errors[0]?.code ?? 'read differently');
}

/**
 * Plain data of one YAML 1.2 document (core schema: days and times stay text). Fast, without positions;
 * `text/positions.ts` finds those later. Refuses duplicate keys, unknown tags, directives, several documents and whatever
 * passes `YAML_LIMITS` (domain DQ-16, design 10). Never throws.
 */
export function parseYaml(text: string): Result<unknown, YamlFailure> {
  if (text.length > YAML_LIMITS.size) return at('too-large', `${text.length} characters`);
  if (/^%/m.test(text)) return at('directive', 'a line starts with %');
  try {
    const value = load(text, options);
    const read = text.includes('&') && text.includes('*') ? expandAliases(value) : ok(value);
    return read.ok && isDoubtful(text) ? confirm(text, read.value) : read;
  } catch (error) {
    return readFailure(error);
  }
}
