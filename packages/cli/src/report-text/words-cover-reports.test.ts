import { readdirSync, readFileSync } from 'node:fs';
import { kpis } from '@milepost/shared/kpi/kpis';
import { english } from '@milepost/shared/words/english';
import { expect, test } from 'vitest';

const shared = new URL('../../../../shared/src/', import.meta.url);

const textsIn = (folder: string): { name: string; text: string }[] => {
  const url = new URL(folder, shared);
  return readdirSync(url, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
};

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, code]) => code ?? '');

const without = (codes: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => english[code] === undefined);

test('every code a report page says has a sentence', () => {
  const codes = textsIn('report/').flatMap(({ text }) => found(text, /\bsay\(\s*'([^']+)'/g));
  expect(codes.length).toBeGreaterThan(80);
  const prefixed = /^(kpi|rag|verdict|escalate)\./;
  expect(without(codes.map((code) => (prefixed.test(code) ? code : `report.${code}`)))).toEqual([]);
});

test('every sentence of a report is said by some page', () => {
  const pages = textsIn('report/')
    .map(({ text }) => text)
    .join('\n');
  const keys = Object.keys(english).filter((key) => key.startsWith('report.'));
  const parts = keys.map((key) => key.slice('report.'.length).split('@')[0] ?? '');
  const isSaid = (code: string): boolean =>
    pages.includes(`'${code}'`) ||
    pages.includes(`\`${code.slice(0, code.lastIndexOf('.'))}.\${`) ||
    pages.includes(`'${code.replace(/\.none$/, '')}'`) ||
    pages.includes(`'${code.slice(code.indexOf('.') + 1)}'`);
  expect(parts.filter((code) => !isSaid(code))).toEqual([]);
});

test('every trigger of an escalation has a sentence for each of its reasons', () => {
  const codes = textsIn('policy/escalation/').flatMap(({ name, text }) => {
    const trigger = /^e(\d\d)-/.exec(name)?.[1];
    if (trigger === undefined) return [];
    return found(text, /\bcode: '([a-z-]+)'/g).map(
      (code) => `escalate.E${Number(trigger)}.${code}`,
    );
  });
  expect(codes.length).toBeGreaterThan(18);
  expect(without(codes)).toEqual([]);
});

test('every KPI has a name, and so has every level of an escalation', () => {
  expect(without(kpis.map(({ key }) => `kpi.${key}`))).toEqual([]);
  const levels = ['L1', 'L2', 'L3', 'L4', 'cab'].map((level) => `escalate.level.${level}`);
  expect(without(levels)).toEqual([]);
});
