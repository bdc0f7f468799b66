import { expect, test } from 'vitest';
import { safeLink } from './markdown-text.ts';
import type { Page } from './page.ts';
import { writeMarkdown } from './write-markdown.ts';

const lineOf = (text: string): string => writeMarkdown([{ kind: 'line', spans: [text] }]);

test.each([
  ['an image with a handler', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['an entity', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['a pipe', 'a | b', 'a \\| b'],
  ['backticks', '`rm -rf`', '\\`rm -rf\\`'],
  ['a link', '[go](https://evil.example)', '\\[go\\](https\\://evil.example)'],
  ['bold and strike', '**loud** ~~gone~~', '\\*\\*loud\\*\\* \\~\\~gone\\~\\~'],
  ['a mention', 'ask @maria-keller', 'ask @\u2060maria-keller'],
  ['a bare address', 'see www.evil.example', 'see www\u2060.evil.example'],
  ['mathematics', '$x$', '\\$x\\$'],
  ['a backslash before a mark', '\\*', '\\\\\\*'],
])('%s in a title stays the text it is', (_, text, written) => {
  expect(lineOf(`Risk: ${text}`)).toBe(`Risk: ${written}`);
});

test.each([
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['=====', '\\====='],
])('%s does not begin a block', (text, written) => {
  expect(lineOf(text)).toBe(written);
  expect(writeMarkdown([{ kind: 'list', items: [[text]] }])).toBe(`- ${written}`);
});

test('a list marker made of two pieces does not begin a block either', () => {
  expect(writeMarkdown([{ kind: 'line', spans: ['1', '. item'] }])).toBe('1\\. item');
});

test('line breaks, control and direction characters cannot leave the line', () => {
  expect(lineOf('a\n\n# b\r\n| c\u2028d\u0000e\u202Ef')).toBe('a # b \\| c d e f');
});

test('a table keeps its shape whatever its cells say', () => {
  const page: Page = [
    {
      kind: 'table',
      head: ['A', 'B'],
      rows: [[['x | y\n| z'], [{ text: 'b', strong: true }]], [['only one']]],
      right: [1],
    },
  ];
  expect(writeMarkdown(page)).toBe(
    '| A | B |\n| --- | ---: |\n| x \\| y \\| z | **b** |\n| only one |  |',
  );
});

test('a link is written for a plain https address and for no other', () => {
  const link = (to: string): string =>
    writeMarkdown([{ kind: 'line', spans: [{ text: 'here', link: to }] }]);
  expect(link('https://acme.example/a(b)')).toBe('[here](https://acme.example/a%28b%29)');
  for (const bad of [
    'http://acme.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'command:x',
    'https://user@acme.example',
    'https://acme.example/ "onmouseover=x',
    'https://acme.example/<b>',
    'https://',
    ' https://acme.example',
    'https://acme.example\n/x',
  ])
    expect(link(bad), bad).toBe('here');
  expect(safeLink(undefined)).toBeUndefined();
});

test('empty text leaves no marks behind', () => {
  expect(writeMarkdown([{ kind: 'line', spans: [{ text: ' ', strong: true }] }])).toBe('');
});
