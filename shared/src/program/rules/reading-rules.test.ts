import { expect, test } from 'vitest';
import { readProgram } from '../read-program.ts';

const charter = { path: 'program.yaml', text: 'format: milepost/1\nname: Test\nkey: test\n' };
const found = (path: string, text: string) =>
  readProgram([charter, { path, text }]).findings.filter(({ file }) => file === path);

test('DQ-01: the id inside a record is the name of its file', () => {
  expect(found('risks/R-1.yaml', 'id: R-2\ntitle: A risk\n')).toMatchObject([
    {
      ...{ rule: 'DQ-01', code: 'id-differs', severity: 'error', line: 1 },
      facts: { expected: 'R-1', found: 'R-2' },
      fix: { code: 'set-id', path: ['id'], value: 'R-1' },
    },
  ]);
  expect(found('risks/R-1.yaml', 'title: A risk\n')).toMatchObject([
    { rule: 'DQ-01', code: 'no-id', facts: { found: 'undefined' } },
  ]);
  expect(found('risks/R-1.yaml', 'id: R-1\ntitle: A risk\n')).toEqual([]);
});

test('DQ-01: a name that is no id of the folder is found too', () => {
  expect(found('risks/R-01.yaml', 'id: R-01\ntitle: A risk\n')).toMatchObject([
    { rule: 'DQ-01', code: 'file-name-is-no-id', facts: { kind: 'risk', name: 'R-01' } },
  ]);
});

test('DQ-16: a key said twice is an error at the second place', () => {
  expect(found('risks/R-1.yaml', 'id: R-1\ntitle: A risk\ntitle: Another\n')).toMatchObject([
    { rule: 'DQ-16', code: 'duplicate-key', severity: 'error', line: 3, id: 'R-1' },
  ]);
  expect(found('risks/R-1.yaml', 'id: R-1\ntitle: [\n')[0]?.rule).toBe('YAML-SYNTAX');
});
