import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findPlaces, listFiles, readFile, root } from './repository.ts';

const pages = listFiles('*.md').filter((file) => !file.includes('planted'));

test('every relative link of a page leads to a file', () => {
  const dead = pages.flatMap((page) =>
    [...readFile(page).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g)]
      .map((link) => link[1] ?? '')
      .filter((link) => !existsSync(join(root, dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('every page of docs/ that the sources name exists', () => {
  const sources = listFiles().filter(
    (file) => /\.(ts|tsx|mjs|json|md)$/.test(file) && !file.includes('planted'),
  );
  const named = sources.flatMap((file) =>
    [...readFile(file).matchAll(/\bdocs\/[a-z0-9-]+\.md\b/g)].map((one) => one[0]),
  );
  expect([...new Set(named)].filter((page) => !existsSync(join(root, page)))).toEqual([]);
});

test('no page says who or what wrote it', () => {
  expect(
    findPlaces(
      pages,
      /\b(AI|LLM|language model|assistant|helper)[- ](generated|written|built|made)\b/i,
    ),
  ).toEqual([]);
});
