/** What instrumented code calls at every place where a mutant may stand. One object for the whole thread. */
export type Switches = {
  /** Number of the mutant that is on; -1 when none is. */
  active: number;
  /** Places passed since the last reset, and how many may be. */
  ticks: number;
  limit: number;
  /** One byte a mutant: 1 when its place was passed since the last reset. */
  hits: Uint8Array;
};

export const RUNS_AWAY = 'the mutant runs away';

export const switches: Switches = {
  active: -1,
  ticks: 0,
  limit: Number.POSITIVE_INFINITY,
  hits: new Uint8Array(0),
};

function on(id: number): boolean {
  switches.hits[id] = 1;
  switches.ticks += 1;
  if (switches.ticks > switches.limit) throw new Error(RUNS_AWAY);
  return id === switches.active;
}

type Compare = '<' | '<=' | '>' | '>=';
type Ordered = number | string;

const compare = (operator: Compare, a: Ordered, b: Ordered): boolean => {
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
};

const EDGE: Readonly<Record<Compare, Compare>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

type Numeric = '+' | '-' | '*' | '/' | '%';

const SWAPPED: Readonly<Record<Numeric, Numeric>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
};

function calculate(operator: Numeric, a: number, b: number): unknown {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  return operator === '/' ? a / b : a % b;
}

/** Nothing, of the same kind as the value, so that a mutant is a wrong answer before it is a crash. */
export function emptyLike(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value === 0 ? 1 : 0;
  return typeof value === 'string' ? '' : undefined;
}

type List = readonly unknown[];

/** Method calls: the other method, or the receiver untouched. */
function call(
  id: number,
  receiver: unknown,
  name: string,
  other: string,
  args: () => List,
): unknown {
  const list = receiver as Record<string, (...given: List) => unknown>;
  if (!on(id)) return list[name]?.(...args());
  return other === '' ? receiver : list[other]?.(...args());
}

/** The names instrumented sources use, as `globalThis.__m`. */
export const operations = {
  on,
  not: (id: number, value: unknown) => (on(id) ? Boolean(value) : !value),
  /** A condition that is always true or never. */
  cond: (yes: number, no: number, value: unknown) => {
    if (on(yes)) return true;
    return on(no) ? false : value;
  },
  order: (edge: number, turned: number, operator: Compare, a: Ordered, b: Ordered) => {
    if (on(edge)) return compare(EDGE[operator], a, b);
    return on(turned) ? !compare(operator, a, b) : compare(operator, a, b);
  },
  same: (id: number, wanted: boolean, a: unknown, b: unknown) => (a === b) === (on(id) !== wanted),
  math: (id: number, operator: Numeric, a: number, b: number) =>
    calculate(on(id) ? SWAPPED[operator] : operator, a, b),
  step: (id: number, value: unknown) => (on(id) ? -(value as number) : value),
  and: (id: number, left: () => unknown, right: () => unknown) =>
    on(id) ? left() || right() : left() && right(),
  or: (id: number, left: () => unknown, right: () => unknown) =>
    on(id) ? left() && right() : left() || right(),
  fallback: (id: number, left: () => unknown, right: () => unknown) =>
    on(id) ? left() : (left() ?? right()),
  /** A literal and what stands in for it. */
  literal: (id: number, value: unknown, other: unknown) => (on(id) ? other : value),
  answer: (id: number, value: unknown) => (on(id) ? emptyLike(value) : value),
  call,
};
