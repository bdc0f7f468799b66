import { emptyProgram } from '@milepost/shared/program/empty-program';
import type { Finding } from '@milepost/shared/program/finding';
import { expect, test } from 'vitest';
import type { Verdict } from './judge-pull.ts';
import { renderComment } from './render-comment.ts';

const finding = (index: number): Finding => ({
  rule: 'UNKNOWN-KEY',
  code: 'unknown-key',
  severity: 'warn',
  file: `risks/R-${index}.yaml`,
  line: 1,
  column: 1,
  facts: { key: 'x'.repeat(400) },
});

const verdict = (count: number): Verdict => ({
  changes: [],
  badges: [],
  withheld: 0,
  requirements: [],
  findings: Array.from({ length: count }, (_, index) => finding(index)),
  passes: true,
  touches: true,
});

const render = (count: number): string =>
  renderComment({
    verdict: verdict(count),
    before: emptyProgram,
    after: emptyProgram,
    asOf: '2026-03-10',
    mergeBase: 'a'.repeat(40),
    fileUrl: (path, line) => `https://github.com/${'o'.repeat(900)}/blob/x/${path}#L${line}`,
  });

test('however much there is to say, it stays under what GitHub takes and tells what is left out', () => {
  const text = render(5000);
  expect(text.length).toBeLessThan(65_000);
  expect(text).toContain('**5000 warnings**');
  expect(text).toMatch(/… and 49\d0 more\./);
});

test('what fits is said whole', () => {
  expect(render(10)).not.toContain('more.');
  expect(render(10)).toContain('R-9.yaml');
});
