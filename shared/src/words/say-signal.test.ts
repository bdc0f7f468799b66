import { expect, test } from 'vitest';
import { someSignals } from '../signal/a-signal.ts';
import { english } from './english.ts';
import { saySignal } from './say-signal.ts';

declare global {
  interface ImportMeta {
    glob: (pattern: string, options?: object) => Record<string, unknown>;
  }
}

test('a signal is said with its facts', () => {
  const [late] = someSignals('S-08', [
    { id: 'D-1', status: 'requested', need_by: '2026-04-13', forecast_date: '2026-04-27' },
  ]);
  if (late === undefined) throw new Error('nothing was detected');
  const said = saySignal(late, 'plain', { year: 2026 });
  for (const part of ['13 Apr', '27 Apr', '10 working days']) expect(said).toContain(part);
});

const sources = import.meta.glob('../signal/s-*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('every code a rule can report has a sentence', () => {
  const codes = Object.entries(sources).flatMap(([path, text]) => {
    const rule = path.replace(/^.*\/s-(\d\d)-.*$/, 'S-$1');
    const named = String(text).matchAll(
      /(?:code: |found\(|over\(|code = \w+(?: === undefined)? \? |\? | : )'([a-z]+(?:-[a-z]+)+|[a-z]+)'/g,
    );
    return [...named].map(([, code]) => `${rule}.${code}`);
  });
  const severities = /\.(info|warn|high|critical|green|amber|red)$/;
  const missing = codes.filter((code) => !severities.test(code) && english[code] === undefined);
  expect(codes.length).toBeGreaterThan(60);
  expect([...new Set(missing)]).toEqual([]);
});

test('a code without a sentence is shown as its own words, and braces in facts stay text', () => {
  const base = { rule: 'S-99', subjects: ['R-1'], facts: {} };
  expect(saySignal({ ...base, code: 'brand-new' })).toContain('brand new');
  const facts = { count: 3, component: '{count}' };
  const hostile = { rule: 'S-29', code: 'cluster', subjects: ['program'], facts };
  expect(saySignal(hostile)).toContain('{count}');
});
