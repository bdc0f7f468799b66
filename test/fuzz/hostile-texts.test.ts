import { checkProgram } from '@milepost/shared/program/check-program';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { dump } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { askEverything } from './ask-everything.ts';
import { READ, REFUSED } from './hostile-texts.ts';
import { makeFiles } from './make-files.ts';

const program = readProgram(makeFiles(3));
const path = 'risks/R-1.yaml';
const asOf = '2026-03-10';
const others = [...program.records.values()].filter((record) => record.path !== path);

describe.each(Object.entries(REFUSED))('%s', (_, text) => {
  const after = withChanges(program, [{ path, text }]);

  test('is refused with its place', () => {
    const said = checkProgram(after, { asOf }).filter(({ file }) => file === path);
    expect(after.broken.map((each) => each.path)).toEqual([path]);
    expect(said.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect(said.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
  });

  test('leaves every other record as it was', () => {
    expect(after.records.has('R-1')).toBe(false);
    for (const record of others) expect(after.records.get(record.id)).toBe(record);
    askEverything({ program: after, before: program, asOf });
  });
});

describe.each(Object.entries(READ))('%s', (_, text) => {
  const after = withChanges(program, [{ path, text }]);

  test('is read, the same by both parsers', () => {
    expect(after.broken).toEqual([]);
    expect(after.records.get('R-1')?.data.title).toBe('A risk');
    expect(parseDocument(text, { schema: 'core', version: '1.2' }).errors).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    askEverything({ program: after, before: program, asOf });
  });
});

const PATHS = [
  ...[
    'risks/../R-1.yaml',
    '../risks/R-1.yaml',
    '/risks/R-1.yaml',
    'risks//R-1.yaml',
    'risks/.yaml',
  ],
  ...['risks/__proto__.yaml', 'gates/__proto__/gate.yaml', 'gates/constructor/signoffs/x.yaml'],
  ...['gates/G-1/signoffs/__proto__.yaml', 'gates/G-1/criteria/G-2.1.yaml', 'releases/x/run.yaml'],
  ...['RISKS/R-1.yaml', 'risks/r-1.yaml', 'risks/R-01.yaml', 'risks/R-1 .yaml', 'risks/R-1.yml'],
  ...['risks/R-1\u200B.yaml', 'risks/\u202ER-1.yaml', 'risks/R-1\u0000.yaml', 'risks/R-1%2F.yaml'],
  ...['__proto__', 'constructor', '', '.', 'a/'.repeat(2000), `risks/R-${'9'.repeat(500)}.yaml`],
];

test.each(PATHS)('a file at %j takes nothing from the program', (odd) => {
  const after = withChanges(program, [{ path: odd, text: dump({ id: 'R-1', title: 'A risk' }) }]);
  expect([...after.records.keys()].sort()).toEqual([...program.records.keys()].sort());
  askEverything({ program: after, before: program, asOf });
});

test('of ten thousand unknown keys the first twenty are named', () => {
  const after = withChanges(program, [{ path, text: READ['ten thousand unknown keys'] ?? '' }]);
  const said = after.findings.filter(({ file }) => file === path);
  expect(said.map(({ field }) => field)).toEqual(Array.from({ length: 20 }, (_, n) => `key_${n}`));
});
