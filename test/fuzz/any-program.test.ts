import { readProgram } from '@milepost/shared/program/read-program';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askEverything, findingsOf } from './ask-everything.ts';
import { IDS, makeFiles } from './make-files.ts';
import { DAYS } from './make-value.ts';
import { runs } from './runs.ts';

const question = fc
  .record({ seed: fc.integer(), base: fc.integer(), asOf: fc.constantFrom(...DAYS) })
  .map(({ seed, base, asOf }) => ({
    program: readProgram(makeFiles(seed)),
    before: readProgram(makeFiles(base)),
    asOf,
  }));

test('a program of allowed but senseless fields is read whole', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(0, 0.5, 1), (seed, fill) => {
      const program = readProgram(makeFiles(seed, fill));
      expect(program.broken).toEqual([]);
      expect([...program.records.keys()].sort()).toEqual([...IDS].sort());
    }),
    runs(60),
  );
});

test('every question about a senseless program has an answer in words', () => {
  fc.assert(
    fc.property(question, (each) => {
      const answers = askEverything(each);
      expect(answers.length).toBeGreaterThan(10);
      expect(answers.filter((answer) => typeof answer !== 'string')).toEqual([]);
    }),
    runs(60),
  );
});

test('every finding about a senseless program names a file, a line and a column', () => {
  fc.assert(
    fc.property(question, (each) => {
      for (const { file, line, column } of findingsOf(each)) {
        const text = each.program.files.get(file)?.text ?? each.before.files.get(file)?.text;
        expect(text, file).toBeDefined();
        expect(line).toBeLessThanOrEqual((text ?? '').split('\n').length);
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }
    }),
    runs(30),
  );
});
