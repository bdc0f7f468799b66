import { expect, test } from 'vitest';
import { hashText, seededRandom } from './random.ts';

test('mulberry32 gives the numbers of the specification', () => {
  const next = seededRandom(42);
  expect([next(), next(), next()].map((value) => value.toFixed(10))).toEqual([
    ...['0.6011037519', '0.4482905590', '0.8524657935'],
  ]);
});

test('FNV-1a agrees with its published vectors', () => {
  expect(hashText('').toString(16)).toBe('811c9dc5');
  expect(hashText('a').toString(16)).toBe('e40c292c');
  expect(hashText('foobar').toString(16)).toBe('bf9cf968');
});

test('it goes over the bytes of UTF-8, of one, two, three and four', () => {
  const overBytes = (text: string): number => {
    const bytes = decodeURIComponent(encodeURIComponent(text)) === text && encodeURIComponent(text);
    const codes = String(bytes)
      .split(/(%..)/)
      .filter((part) => part !== '')
      .flatMap((part) =>
        part.startsWith('%') ? [Number.parseInt(part.slice(1), 16)] : [...part].map(codeOf),
      );
    return codes.reduce((hash, code) => Math.imul(hash ^ code, 0x01000193), 0x811c9dc5) >>> 0;
  };
  const codeOf = (char: string): number => char.charCodeAt(0);
  for (const text of ['plain', 'é', 'ÿß', '߿', 'ࠀ', '日本', '￿', '𐀀', '😀x', 'a😀é日']) {
    expect(hashText(text)).toBe(overBytes(text));
  }
});
