import { expect, test } from 'vitest';
import { holds, pick } from './condition.ts';
import type { Condition } from './rule.ts';

const judged = {
  before: { status: 'open', size: 5, owner: 'ana' },
  after: { status: 'closed', size: 5, tags: ['ui', 'api-v2'], day: '2026-03-10', gone: null },
  fact: (name: string) => ({ loss: 10, late: true, words: 'b' })[name],
};
const so = (condition: Condition) => holds(condition, judged);

test('paths name a side; without one they mean after', () => {
  expect(pick(judged, 'before.status')).toBe('open');
  expect(pick(judged, 'after.status')).toBe('closed');
  expect(pick(judged, 'status')).toBe('closed');
  expect(pick(judged, 'before.none.deep')).toBeUndefined();
});

test('all, any and not', () => {
  const yes = { path: 'after.size', eq: 5 };
  const no = { path: 'after.size', eq: 6 };
  expect([so({ all: [yes, no] }), so({ all: [yes, yes] }), so({ all: [] })]).toEqual([
    ...[false, true, true],
  ]);
  expect([so({ any: [yes, no] }), so({ any: [no] }), so({ any: [] })]).toEqual([
    ...[true, false, false],
  ]);
  expect([so({ not: yes }), so({ not: no })]).toEqual([false, true]);
});

test('equal, different, one of', () => {
  expect([so({ path: 'status', eq: 'closed' }), so({ path: 'status', eq: 'open' })]).toEqual([
    ...[true, false],
  ]);
  expect([so({ path: 'status', ne: 'open' }), so({ path: 'status', ne: 'closed' })]).toEqual([
    ...[true, false],
  ]);
  expect([so({ path: 'size', in: [4, 5] }), so({ path: 'size', in: [4] })]).toEqual([true, false]);
  expect([so({ path: 'none', eq: null }), so({ path: 'none', ne: null })]).toEqual([true, false]);
  expect(so({ path: 'none', in: [null] })).toBe(true);
});

test('more and less, each at its edge', () => {
  const sides = (test: object) => [9, 10, 11].map((bound) => so(edge(test, bound)));
  const edge = (test: object, bound: number): Condition => ({
    fact: 'loss',
    ...Object.fromEntries(Object.keys(test).map((key) => [key, bound])),
  });
  expect(sides({ gt: 0 })).toEqual([true, false, false]);
  expect(sides({ gte: 0 })).toEqual([true, true, false]);
  expect(sides({ lt: 0 })).toEqual([false, false, true]);
  expect(sides({ lte: 0 })).toEqual([false, true, true]);
});

test('days and words have an order, numbers and words have none between them', () => {
  expect(so({ path: 'day', gt: '2026-03-09' })).toBe(true);
  expect(so({ path: 'day', gt: '2026-03-10' })).toBe(false);
  expect(so({ path: 'day', gte: '2026-03-10' })).toBe(true);
  expect(so({ path: 'day', lt: '2026-03-11' })).toBe(true);
  expect(so({ path: 'day', gte: 1 })).toBe(false);
  expect(so({ fact: 'loss', lte: 'z' })).toBe(false);
  expect(so({ path: 'none', lt: 5 })).toBe(false);
});

test('there or not there', () => {
  expect([so({ path: 'size', exists: true }), so({ path: 'size', exists: false })]).toEqual([
    ...[true, false],
  ]);
  expect([so({ path: 'none', exists: true }), so({ path: 'none', exists: false })]).toEqual([
    ...[false, true],
  ]);
  expect(so({ path: 'gone', exists: true })).toBe(false);
  expect(so({ fact: 'unheard', exists: false })).toBe(true);
  expect(so({ fact: 'unheard', eq: true })).toBe(false);
});

test('changed compares the sides, and may ask for the value after as well', () => {
  expect(so({ path: 'status', changed: true })).toBe(true);
  expect(so({ path: 'status', changed: false })).toBe(false);
  expect(so({ path: 'size', changed: false })).toBe(true);
  expect(so({ path: 'owner', changed: true })).toBe(true);
  expect(so({ path: 'status', changed: true, eq: 'closed' })).toBe(true);
  expect(so({ path: 'status', changed: true, eq: 'open' })).toBe(false);
});

test('globs fit one member of a list or the whole word', () => {
  expect(so({ path: 'tags', matches: ['api-*'] })).toBe(true);
  expect(so({ path: 'tags', matches: ['db', 'ui'] })).toBe(true);
  expect(so({ path: 'tags', matches: ['db'] })).toBe(false);
  expect(so({ path: 'status', matches: ['clo*'] })).toBe(true);
  expect(so({ path: 'size', matches: ['*'] })).toBe(false);
  expect(so({ path: 'tags', matches: [] })).toBe(false);
});

test('several tests of one condition must all pass', () => {
  expect(so({ fact: 'loss', gt: 5, lt: 15 })).toBe(true);
  expect(so({ fact: 'loss', gt: 5, lt: 8 })).toBe(false);
  expect(so({ fact: 'late', eq: true, exists: true })).toBe(true);
});
