import { expect, test } from 'vitest';
import { codeSpan, githubText, linkTo, oneLine, tableOf } from './markdown.ts';

test.each([
  ['<script>&amp;', '&lt;script&gt;&amp;amp;'],
  ['[a](javascript:x) *b* _c_ ~d~', '\\[a\\](javascript:x) \\*b\\* \\_c\\_ \\~d\\~'],
  ['a | b \\ `c`', 'a \\| b \\\\ \\`c\\`'],
  ['@octo-org/all a@b.example', '@\u2060octo-org/all a@\u2060b.example'],
  ['fixes #12 and acme/pay#3', 'fixes #\u200B12 and acme/pay#\u200B3'],
  ['GH-12', 'GH-\u200B12'],
  ['https://evil.example WWW.evil.example', 'https\\://evil.example WWW\u2060.evil.example'],
])('%s is plain words', (text, plain) => {
  expect(githubText(text)).toBe(plain);
});

test('a text is one line without control, direction or invisible characters, and is cut between characters', () => {
  expect(oneLine('a\r\n\u202Eb\u200B\u0007  c')).toBe('a b c');
  expect(oneLine('😀😀', 3)).toBe('😀…');
});

test('code holds backticks and pipes, and stays code', () => {
  expect(codeSpan('a|b')).toBe('`a\\|b`');
  expect(codeSpan('a``b')).toBe('```a``b```');
  expect(codeSpan('`')).toBe('`` ` ``');
  expect(codeSpan(' ')).toBe('');
});

test('only https is linked, and a bracket cannot end the link', () => {
  expect(linkTo('x', 'javascript:alert(1)')).toBe('`x`');
  expect(linkTo('x', 'http://github.com/a')).toBe('`x`');
  expect(linkTo('x', 'https://github.com/a)b')).toBe('[`x`](https://github.com/a%29b)');
  expect(linkTo('x', 'https://github.com/a b|c')).toBe('`x`');
});

test('a table says how many rows it leaves out', () => {
  expect(tableOf(['A'], [['1'], ['2']], 3)).toBe('| A |\n| --- |\n| 1 |\n| 2 |\n\n… and 1 more.');
});
