import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { expect, test } from 'vitest';
import { compileGlob, literalFolder, literalSegment, matchesGlob } from './glob.ts';

const matches = (pattern: string, path: string): boolean => {
  const glob = compileGlob(pattern);
  return glob !== undefined && matchesGlob(glob, path);
};

test.each([
  ['src/ledger/**', 'src/ledger/a/b.ts', true],
  ['src/ledger/**', 'src/ledgers/a.ts', false],
  ['src/ledger/', 'src/ledger/a.ts', true],
  ['./src/*.ts', 'src/a.ts', true],
  ['/src/*.ts', 'src/a.ts', true],
  ['src/*.ts', 'src/a/b.ts', false],
  ['**/*.sql', 'a.sql', true],
  ['**/*.sql', 'db/x/a.sql', true],
  ['**', '.github/workflows/ci.yaml', true],
  ['src/{api,web}/*.{ts,tsx}', 'src/web/a.tsx', true],
  ['src/{api,web}/*.{ts,tsx}', 'src/cli/a.tsx', false],
  ['a[0-9].ts', 'a7.ts', true],
  ['a[!0-9].ts', 'a7.ts', false],
  ['v?.ts', 'v1.ts', true],
  ['\\*.ts', '*.ts', true],
  ['\\*.ts', 'a.ts', false],
  ['@(a|b).ts', 'a.ts', false],
])('%s against %s is %s', (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected);
});

test('agrees with picomatch (dot, noextglob) on ordinary globs', () => {
  const part = fc.constantFrom('a', 'b', 'ab', '*', '?', '*a', 'a*b', '{a,b}', '[ab]', '**', '.a');
  const name = fc.constantFrom('a', 'b', 'ab', 'aab', 'ba', '.a', 'c');
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.array(name, { minLength: 1, maxLength: 6 }),
      (parts, names) => {
        const [pattern, path] = [parts.join('/'), names.join('/')];
        // picomatch asks for a further part after a wildcard before a trailing `**`; Git and we do not.
        fc.pre(!/[*?\]}][^/]*(\/\*\*)+$/.test(pattern));
        // picomatch itself is of two minds whether "a/**" holds for "a"; no file is called like its folder.
        const folder = pattern.replace(/(\/\*\*)+$/, '');
        fc.pre(folder === pattern || !picomatch(folder, { dot: true })(path));
        const oracle = picomatch(pattern, { dot: true, noextglob: true });
        expect([pattern, path, matches(pattern, path)]).toEqual([pattern, path, oracle(path)]);
      },
    ),
    { numRuns: 3000 },
  );
});

test('hostile globs are refused or take a bounded number of steps', () => {
  expect(compileGlob('a'.repeat(257))).toBeUndefined();
  expect(compileGlob('{a,b}'.repeat(10))).toBeUndefined();
  expect(compileGlob('!src/**')).toBeUndefined();
  expect(compileGlob('')).toBeUndefined();
  // With a backtracking engine each of these would outlast the test's timeout by far.
  expect(matches(`${'*a'.repeat(100)}*b`, 'a'.repeat(4000))).toBe(false);
  expect(matches(`${'**/a/'.repeat(50)}b`, `${'a/'.repeat(1500)}c`)).toBe(false);
  expect(matches(`${'**/*a*/'.repeat(36)}b`, `${'aaa/'.repeat(900)}c`)).toBe(false);
  expect(matches('{{{{{{[[[[', 'a')).toBe(false);
  expect(matches('a', 'a'.repeat(5000))).toBe(false);
});

test('the literal folder is where every match lies', () => {
  expect(literalFolder('src/ledger/*.ts')).toBe('src/ledger');
  expect(literalFolder('src/led*/a.ts')).toBe('src');
  expect(literalFolder('**/a')).toBe('');
  expect(literalFolder('/src/a.ts')).toBe('src');
  expect(literalFolder('{src,lib}/a')).toBe('');
});

test('the literal segment is in every match', () => {
  expect(literalSegment('**/ledger/*.ts')).toBe('ledger');
  expect(literalSegment('**/*.ts')).toBeUndefined();
  expect(literalSegment('{a/b,c}/d')).toBeUndefined();
  expect(literalSegment('*/x{a,b}/d')).toBeUndefined();
  expect(literalSegment('**/a.ts')).toBe('a.ts');
});
