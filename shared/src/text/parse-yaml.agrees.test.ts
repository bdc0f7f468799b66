import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { parseYaml } from './parse-yaml.ts';

/** What the slow parser, which finds positions and makes edits, sees in the same text. */
function parseSlowly(text: string): { ok: boolean; value: unknown } {
  const document = parseDocument(text, { schema: 'core', version: '1.2', logLevel: 'error' });
  if (document.errors.length > 0) return { ok: false, value: document.errors[0]?.message };
  return { ok: true, value: document.toJS() };
}

function expectAgreement(text: string): void {
  const fast = parseYaml(text);
  if (!fast.ok) return;
  expect(parseSlowly(text)).toEqual({ ok: true, value: fast.value });
}

const word = fc.oneof(
  fc.constantFrom(
    'yes',
    'no',
    'null',
    '~',
    '1e3',
    '0x1F',
    '0o17',
    '012',
    '2026-02-29',
    '.5',
    '-.inf',
  ),
  fc.constantFrom('a: b', '# c', '- d', '{e', '[f', '*g', '&h', '!i', '%j', '@k', '`l', '"m', "'n"),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.lorem({ maxCount: 20 }),
);
const leaf = fc.oneof(word, fc.integer(), fc.double({ noNaN: true }), fc.boolean());
const key = fc.oneof(fc.stringMatching(/^[a-z_]{1,12}$/), word).filter((each) => each !== '');
const data = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(key, tie('node'), { maxKeys: 5 }),
  ),
})).node;
const root = fc.dictionary(key, data, { minKeys: 1, maxKeys: 6 });
const style = fc.record({
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ),
  collectionStyle: fc.constantFrom('any', 'flow', 'block'),
  lineWidth: fc.constantFrom(0, 20, 80),
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
} as const);
const rendered = fc.tuple(root, style).map(([value, options]) => stringify(value, options));

test('both parsers read the same data from whatever the fast one accepts', () => {
  fc.assert(fc.property(rendered, expectAgreement), { numRuns: 1500 });
});

test('both parsers agree on texts with Windows line ends, a byte order mark and a cut end', () => {
  const damaged = fc
    .tuple(rendered, fc.nat(), fc.constantFrom('', '\uFEFF'))
    .map(([text, cut, mark]) => {
      const crlf = text.replaceAll('\n', cut % 2 === 0 ? '\r\n' : '\n');
      return mark + crlf.slice(0, cut % (crlf.length + 1));
    });
  fc.assert(fc.property(damaged, expectAgreement), { numRuns: 1500 });
});

test('both parsers agree on texts in which one character was replaced', () => {
  const letters = fc.constantFrom(...'\t\n :-#,[]{}&*!|>%@`"\'?\\~0a\u00e9\u2028');
  const damaged = fc.tuple(rendered, fc.nat(), letters).map(([text, place, letter]) => {
    const at = place % Math.max(text.length, 1);
    return text.slice(0, at) + letter + text.slice(at + 1);
  });
  fc.assert(fc.property(damaged, expectAgreement), { numRuns: 3000 });
});

test.each([
  ['a large exponent', '4.1e+1530'],
  ['a large exponent below zero', '-1E999'],
  ['the largest exponent', '1e308'],
  ['400 digits', '9'.repeat(400)],
  ['300 hexadecimal digits', `0x${'f'.repeat(300)}`],
  ['a number too small', '1e-999'],
])('both parsers agree on %s, or it is refused', (_name, number) =>
  expectAgreement(`a: ${number}\nb: [${number}]\n`),
);
