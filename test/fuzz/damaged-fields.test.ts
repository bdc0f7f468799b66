import type { FileContent } from '@milepost/shared/program/read-file';
import { readFile } from '@milepost/shared/program/read-file';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { seededRandom } from '@milepost/shared/schedule/random';
import { withOp } from '@milepost/shared/text/field-value';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { askEverything } from './ask-everything.ts';
import { IDS, makeFiles, recordData, SETTINGS, typeOf } from './make-files.ts';
import { makeValue } from './make-value.ts';
import { runs } from './runs.ts';
import { type FieldPath, placesBelow } from './schema-parts.ts';

const source = { random: seededRandom(1), ids: IDS, fill: 1 };
const few = { ...source, fill: 0.3 };

const isFirstOfItsType = (id: string, at: number): boolean =>
  IDS.findIndex((other) => typeOf(other) === typeOf(id)) === at;

/** One file of every type with every field there is. */
const SUBJECTS = [
  ...IDS.filter(isFirstOfItsType).map((id) => ({
    path: typeOf(id).path(id),
    schema: typeOf(id).schema,
    data: recordData(id, source),
    sparse: recordData(id, few),
  })),
  ...Object.entries(SETTINGS).map(([path, schema]) => ({
    path,
    schema,
    data: makeValue(schema, source) as object,
    sparse: makeValue(schema, few) as object,
  })),
];

const WRONG: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY],
  ...['', 'x', ' ', '2026-02-29', '2024-02-30', '10000-01-01', '0000-01-01'],
  ...['2026-13-01', '2026-3-1', 'NaN', 'Infinity', '__proto__', '../../etc/passwd', '\uD800'],
  ...[[], {}, [[]], [null], [{}], { a: 1 }, [1, 'a', null, { b: [] }]],
];

const textWith = (data: object, path: FieldPath, value: unknown): string =>
  dump(withOp(data, { op: 'set', path: [...path], value, was: undefined }));

/** In CI each field meets a tenth of the wrong values, each value a tenth of the fields. */
const SHARE = process.env.MILEPOST_FUZZ === undefined ? 10 : 1;
const wrongFor = (turn: number): readonly unknown[] =>
  WRONG.filter((_, at) => (at + turn) % SHARE === 0);

function expectHonest(path: string, text: string): FileContent {
  const { content, findings } = readFile({ path, text });
  const lines = text.split('\n').length;
  if (content.is === 'broken') expect(findings.length, path).toBeGreaterThan(0);
  for (const { file, line, column } of findings) {
    expect(file).toBe(path);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  return content;
}

describe.each(SUBJECTS)('in $path', ({ path, schema, data, sparse }) => {
  const places = placesBelow(schema);

  test('every wrong value of every field is read or refused with its place', () => {
    const refused = places.map((place, turn) => {
      const contents = wrongFor(turn).map((value) =>
        expectHonest(path, textWith(data, place, value)),
      );
      return contents.filter(({ is }) => is === 'broken').length;
    });
    expect(Math.max(...refused)).toBeGreaterThan(0);
  });

  test('a text cut after any character is read or refused with its place', () => {
    const text = dump(sparse);
    for (let end = 0; end <= text.length; end += 1) expectHonest(path, text.slice(0, end));
  });
});

test('both parsers read the same from every cut of every file that is accepted', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SUBJECTS),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (one, cut) => {
        const whole = dump(one.data);
        const text = whole.slice(0, Math.floor(cut * whole.length));
        if (readFile({ path: one.path, text }).content.is === 'broken') return;
        expect(parseDocument(text, { schema: 'core', version: '1.2' }).errors).toEqual([]);
      },
    ),
    runs(300),
  );
});

test('a program with one damaged file answers every question, and keeps every other record', () => {
  const program = readProgram(makeFiles(7));
  const damaged = fc.constantFrom(...SUBJECTS).chain(({ path, schema, data }) =>
    fc.record({
      path: fc.constant(path),
      text: fc
        .tuple(fc.constantFrom(...placesBelow(schema)), fc.constantFrom(...WRONG))
        .map(([place, value]) => textWith(data, place, value)),
    }),
  );
  fc.assert(
    fc.property(damaged, ({ path, text }) => {
      const after = withChanges(program, [{ path, text }]);
      expect(after.broken.length).toBeLessThanOrEqual(1);
      for (const [id, record] of program.records)
        if (record.path !== path) expect(after.records.get(id)).toBe(record);
      askEverything({ program: after, before: program, asOf: '2026-03-10' });
    }),
    runs(60),
  );
});
