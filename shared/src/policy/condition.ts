import { compileGlob, matchesGlob } from '../context/glob.ts';
import { sameValue, valueAt } from '../text/field-value.ts';
import type { Condition, Test } from './rule.ts';

/** Both sides of one changed record, and the named computations conditions may ask for. */
export type Judged = {
  before: unknown;
  after: unknown;
  fact: (name: string) => unknown;
};

const compare = (value: unknown, bound: number | string | undefined): number | undefined => {
  if (typeof value === 'number' && typeof bound === 'number') return value - bound;
  if (typeof value === 'string' && typeof bound === 'string') {
    return value < bound ? -1 : Number(value > bound);
  }
  return undefined;
};

const inOrder = (test: Test, value: unknown): boolean => {
  const holds = (bound: number | string | undefined, fits: (order: number) => boolean) => {
    if (bound === undefined) return true;
    const order = compare(value, bound);
    return order !== undefined && fits(order);
  };
  return (
    holds(test.gt, (order) => order > 0) &&
    holds(test.gte, (order) => order >= 0) &&
    holds(test.lt, (order) => order < 0) &&
    holds(test.lte, (order) => order <= 0)
  );
};

const isAmong = (test: Test, value: unknown): boolean =>
  (test.eq === undefined || sameValue(value ?? null, test.eq)) &&
  (test.ne === undefined || !sameValue(value ?? null, test.ne)) &&
  (test.in === undefined || test.in.some((each) => sameValue(value ?? null, each)));

/** A list fits a glob when one of its members does. */
const fitsGlobs = (globs: readonly string[] | undefined, value: unknown): boolean => {
  if (globs === undefined) return true;
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  return globs.some((pattern) => {
    const glob = compileGlob(pattern);
    return glob !== undefined && texts.some((text) => matchesGlob(glob, text));
  });
};

const passes = (test: Test, value: unknown): boolean =>
  isAmong(test, value) &&
  inOrder(test, value) &&
  fitsGlobs(test.matches, value) &&
  (test.exists === undefined || test.exists === (value !== undefined && value !== null));

const split = (dotted: string): string[] => dotted.split('.');

/** The value a dotted path names: `before.x`, `after.x`; without a side it means after. */
export function pick(judged: Judged, dotted: string): unknown {
  const [side, ...rest] = split(dotted);
  if (side === 'before') return valueAt(judged.before, rest);
  return valueAt(judged.after, side === 'after' ? rest : split(dotted));
}

function passesPath(condition: { path: string } & Test, judged: Judged): boolean {
  if (condition.changed === undefined) return passes(condition, pick(judged, condition.path));
  const path = split(condition.path);
  const changed = !sameValue(valueAt(judged.before, path), valueAt(judged.after, path));
  return changed === condition.changed && passes(condition, valueAt(judged.after, path));
}

/** Whether a condition holds. An unknown fact is undefined and passes only `exists: false`. */
export function holds(condition: Condition, judged: Judged): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, judged));
  if ('any' in condition) return condition.any.some((each) => holds(each, judged));
  if ('not' in condition) return !holds(condition.not, judged);
  if ('path' in condition) return passesPath(condition, judged);
  return passes(condition, judged.fact(condition.fact));
}
