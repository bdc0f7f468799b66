/**
 * Path globs that cannot be slow. Regular expressions made from globs are super-linear (`*a*a*a*a*a*b` on sixty `a`
 * takes a quarter of a second), and globs come from repository text: this matcher costs at most
 * pattern length × path length. Same answers as picomatch with `dot` and `noextglob` (a property test compares them).
 */
export type Glob = readonly (readonly Segment[])[];

type Segment = '**' | readonly Token[];
type Token = string | typeof STAR | typeof ANY | CharClass;
type CharClass = { negated: boolean; ranges: readonly (readonly [string, string])[] };

const STAR = Symbol('*');
const ANY = Symbol('?');

const MAX_LENGTH = 256;
const MAX_ALTERNATIVES = 64;
const MAX_PATH = 4096;

/** Undefined when the glob is refused: empty, too long, negated, or with too many brace alternatives. */
export function compileGlob(pattern: string): Glob | undefined {
  const trimmed = pattern.replace(/^(\.?\/)+/, '');
  if (trimmed === '' || trimmed.length > MAX_LENGTH || trimmed.startsWith('!')) return undefined;
  const whole = trimmed.endsWith('/') ? `${trimmed}**` : trimmed;
  const alternatives = expandBraces(whole);
  return alternatives?.map((alternative) => alternative.split('/').map(readSegment));
}

export const matchesGlob = (glob: Glob, path: string): boolean => {
  if (path.length > MAX_PATH) return false;
  const segments = path.split('/');
  return glob.some((pattern) => fits<Segment, string>(pattern, segments, '**', matchesSegment));
};

/** All spellings of `{a,b}` groups, or undefined when there are too many. */
function expandBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const group = firstGroup(next);
    if (group === undefined) done.push(next);
    else for (const option of group.options) open.push(group.before + option + group.after);
    if (done.length + open.length > MAX_ALTERNATIVES) return undefined;
  }
  return done;
}

type Group = { before: string; options: readonly string[]; after: string };

function firstGroup(pattern: string): Group | undefined {
  for (let at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
    if (pattern[at - 1] === '\\') continue;
    const group = groupAt(pattern, at);
    if (group !== undefined) return group;
  }
  return undefined;
}

/** The group that opens at `start`, when it closes and has a comma; other braces are ordinary characters. */
function groupAt(pattern: string, start: number): Group | undefined {
  const cuts = [start];
  let depth = 0;
  for (let at = start; at < pattern.length; at += pattern[at] === '\\' ? 2 : 1) {
    depth += depthStep(pattern[at]);
    if (depth === 0) return cutGroup(pattern, cuts, at);
    if (depth === 1 && pattern[at] === ',') cuts.push(at);
  }
  return undefined;
}

const depthStep = (char: string | undefined): number => {
  if (char === '{') return 1;
  return char === '}' ? -1 : 0;
};

function cutGroup(pattern: string, cuts: readonly number[], end: number): Group | undefined {
  if (cuts.length < 2) return undefined;
  const ends = [...cuts.slice(1), end];
  const options = cuts.map((cut, index) => pattern.slice(cut + 1, ends[index]));
  return { before: pattern.slice(0, cuts[0]), options, after: pattern.slice(end + 1) };
}

function readSegment(text: string): Segment {
  if (text === '**') return '**';
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const { token, next } = readToken(text, at);
    if (!(token === STAR && tokens.at(-1) === STAR)) tokens.push(token);
    at = next;
  }
  return tokens;
}

function readToken(text: string, at: number): { token: Token; next: number } {
  const char = text[at] ?? '';
  if (char === '*') return { token: STAR, next: at + 1 };
  if (char === '?') return { token: ANY, next: at + 1 };
  if (char === '\\' && at + 1 < text.length) return { token: text[at + 1] ?? '', next: at + 2 };
  if (char === '[') return readClass(text, at) ?? { token: char, next: at + 1 };
  return { token: char, next: at + 1 };
}

function readClass(text: string, at: number): { token: CharClass; next: number } | undefined {
  const negated = text[at + 1] === '!' || text[at + 1] === '^';
  const from = at + (negated ? 2 : 1);
  const end = text.indexOf(']', from + 1);
  if (end < 0) return undefined;
  return { token: { negated, ranges: readRanges(text.slice(from, end)) }, next: end + 1 };
}

function readRanges(text: string): CharClass['ranges'] {
  const ranges: [string, string][] = [];
  for (let at = 0; at < text.length; at++) {
    const low = text[at] ?? '';
    const high = text[at + 1] === '-' ? text[at + 2] : undefined;
    ranges.push([low, high ?? low]);
    if (high !== undefined) at += 2;
  }
  return ranges;
}

function matchesToken(token: Token, char: string): boolean {
  if (typeof token === 'string') return token === char;
  if (token === ANY) return true;
  if (typeof token !== 'object') return false;
  return token.negated !== token.ranges.some(([low, high]) => char >= low && char <= high);
}

/**
 * Whether `items` fit `pattern`, where `star` stands for any number of items. Greedy with one point of return, the
 * last star: two stars never multiply, so the cost is at most pattern × items.
 */
function fits<Part, Item>(
  pattern: readonly Part[],
  items: ArrayLike<Item>,
  star: Part,
  one: (part: Part, item: Item) => boolean,
): boolean {
  let part = 0;
  let lastStar = -1;
  let resume = 0;
  for (let at = 0; at < items.length; ) {
    const here = pattern[part];
    if (here === star) {
      lastStar = part++;
      resume = at;
    } else if (here !== undefined && one(here, items[at] as Item)) {
      part++;
      at++;
    } else if (lastStar < 0) return false;
    else {
      part = lastStar + 1;
      at = ++resume;
    }
  }
  return pattern.slice(part).every((rest) => rest === star);
}

const matchesSegment = (segment: Segment, text: string): boolean =>
  segment !== '**' && text !== '' && fits<Token, string>(segment, text, STAR, matchesToken);

const WILD = /[*?[\]{}\\]/;

/** The folder every match lies in: what the index sorts globs by. `src/ledger/*.ts` → `src/ledger`, `**` → ``. */
export function literalFolder(pattern: string): string {
  const clean = pattern.replace(/^(\.?\/)+/, '');
  const wild = clean.search(WILD);
  const literal = wild < 0 ? clean : clean.slice(0, wild);
  return literal.slice(0, Math.max(0, literal.lastIndexOf('/')));
}

/**
 * A whole segment that every match contains, or undefined. Only what stands before the first brace is looked at, since
 * a group may hold slashes of its own.
 */
export function literalSegment(pattern: string): string | undefined {
  const brace = pattern.indexOf('{');
  const segments = (brace < 0 ? pattern : pattern.slice(0, brace)).split('/');
  const whole = brace < 0 ? segments : segments.slice(0, -1);
  return whole.find((segment) => segment !== '' && segment !== '.' && !WILD.test(segment));
}
