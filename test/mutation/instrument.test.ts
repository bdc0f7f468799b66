import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { drawSample } from './draw-sample.ts';
import { instrument } from './instrument.ts';
import { operations, switches } from './switches.ts';

const made = (code: string) => instrument('shared/src/kpi/x.ts', code, 0);

/** Runs instrumented code with one mutant on, or none. */
function run(code: string, answer: string, active = -1): unknown {
  Object.assign(globalThis, { __m: operations });
  switches.active = active;
  const body = stripTypeScriptTypes(made(code).code);
  const value: unknown = new Function(`${body}; return ${answer};`)();
  switches.active = -1;
  return value;
}

const LATE = 'const late = (days: number, limit = 5): boolean => days > limit && days !== 9;';

test('without a mutant the code does what it did', () => {
  expect([5, 6, 9].map((days) => run(LATE, `late(${days})`))).toEqual([false, true, false]);
});

test('each mutant is one wrong change, and one of the answers is then another', () => {
  const { mutants } = made(LATE);
  expect(mutants.map(({ operator }) => operator).toSorted()).toEqual([
    ...['body', 'boundary', 'comparison', 'comparison', 'literal', 'literal', 'logic'],
  ]);
  const right = [5, 6, 9, 10].map((days) => run(LATE, `late(${days})`));
  for (const { id } of mutants) {
    expect([5, 6, 9, 10].map((days) => run(LATE, `late(${days})`, id))).not.toEqual(right);
  }
});

test('statements, lists, defaults and else keep their meaning', () => {
  const code = `
    function sum(rows: readonly number[] | undefined, out: string[]): number {
      let total = 0;
      for (const row of rows ?? [1, 2]) if (row < 0) out.push('low'); else total += row;
      return total;
    }`;
  expect(run(code, '((out) => [sum([3, -1, 4], out), out.join()])([])')).toEqual([7, 'low']);
  expect(run(code, 'sum(undefined, [])')).toBe(3);
});

test('types, imports and names are no mutants', () => {
  const code = "import { a } from './a.ts';\ntype T = 'x' | 3;\nconst o = { 'a-b': a as T };";
  expect(made(code).mutants).toEqual([]);
});

test('a sample is the same for the same seed, and in the order of the whole', () => {
  const all = Array.from({ length: 100 }, (_, at) => at);
  const drawn = drawSample(all, 10, 7);
  expect(drawn).toEqual(drawSample(all, 10, 7));
  expect(drawn).not.toEqual(drawSample(all, 10, 8));
  expect(drawn).toHaveLength(10);
  expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
});
