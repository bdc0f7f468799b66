import { expect, test } from 'vitest';
import { findPlaces, listFiles } from './repository.ts';

const sources = listFiles('shared/src').filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
);

test('the core has files to look at', () => {
  expect(sources.length).toBeGreaterThan(20);
});

test('the core owns no clock', () => {
  expect(
    findPlaces(sources, /\bnew Date\b|\bDate\.|\bperformance\.|\bset(Timeout|Interval)\(/),
  ).toEqual([]);
});

test('the core throws no dice', () => {
  expect(findPlaces(sources, /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/)).toEqual([]);
});

test('nothing of the product silences a rule or opens a type hole', () => {
  const shipped = listFiles(
    'shared',
    'packages',
    'extension-browser',
    'extension-vscode',
    'test',
  ).filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== 'test/architecture/core.test.ts');
  const silenced = /@ts-(ignore|expect-error|nocheck)|biome-ignore|\bas any\b|eslint-disable/;
  expect(findPlaces(shipped, silenced)).toEqual([]);
});

test('no page is built from data by HTML text', () => {
  const shipped = listFiles(
    'shared',
    'packages/ui',
    'extension-browser',
    'extension-vscode',
  ).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const html =
    /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/;
  expect(findPlaces(shipped, html)).toEqual([]);
});
