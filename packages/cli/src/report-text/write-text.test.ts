import type { Page } from '@milepost/shared/report/page';
import { expect, test } from 'vitest';
import { writeText } from './write-text.ts';

const plain = { colour: false, width: 40 };

test('a hostile text cannot steer the terminal or break a line', () => {
  const page: Page = [{ kind: 'line', spans: ['a\u001b[2Jb\nc\u202Ed'] }];
  expect(writeText(page, plain)).toBe('a[2Jb cd');
});

test('a table wider than the terminal wraps its words and keeps its columns', () => {
  const page: Page = [
    {
      kind: 'table',
      head: ['Id', 'What', 'Days'],
      rows: [[['R-1'], ['one two three four five six seven eight nine ten'], ['+5']]],
      right: [2],
    },
  ];
  const lines = writeText(page, plain).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(40);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('R-1 one two three');
  expect(lines.join('\n')).not.toContain('…');
});

test('a break in a cell starts a line of the same row', () => {
  const page: Page = [
    { kind: 'table', head: ['A', 'B'], rows: [[['x', { break: true }, 'y'], ['z']]] },
  ];
  expect(writeText(page, plain)).toBe('A  B\nx  z\ny');
});

test('colour repeats what the word says, and only on request', () => {
  const page: Page = [{ kind: 'line', spans: [{ text: 'Red', tone: 'critical' }] }];
  expect(writeText(page, plain)).toBe('Red');
  expect(writeText(page, { ...plain, colour: true })).toBe('\u001b[31mRed\u001b[39m');
});
