import { readdirSync, readFileSync } from 'node:fs';
import { english } from '@milepost/shared/words/english';
import { hostFailureWords } from '@milepost/shared/words/state-words';
import { expect, test } from 'vitest';

const repository = new URL('../../../', import.meta.url);

/** Sources below a folder of the repository, without tests. */
function sourcesIn(folder: string): readonly { name: string; text: string }[] {
  const url = new URL(folder, repository);
  return readdirSync(url, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
}

const codesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, code]) => code ?? '');

const allCodes = (folder: string, pattern: RegExp): readonly string[] => {
  const codes = sourcesIn(folder).flatMap(({ text }) => codesIn(text, pattern));
  expect(codes.length, `codes found in ${folder}`).toBeGreaterThan(5);
  return [...new Set(codes)];
};

const without = (codes: readonly string[], key: (code: string) => string): readonly string[] =>
  codes.filter((code) => english[key(code)] === undefined);

test('badges and health: every code has a sentence', () => {
  const pattern = /'((?:state|why|next|health)\.[a-z_0-9]+)'/g;
  const codes = [
    ...allCodes('shared/src/context/', pattern),
    ...allCodes('shared/src/health/', pattern),
    ...['cancelled', 'deferred', 'closed', 'resolved'].map((status) => `state.${status}`),
    ...['decision', 'action', 'assumption'].map((kind) => `next.${kind}`),
  ];
  expect(without(codes, (code) => code)).toEqual([]);
});

test('gates: every problem of a sign-off and everything missing has a sentence', () => {
  const text = readFileSync(new URL('shared/src/readiness/assessment.ts', repository), 'utf8');
  const union = (name: string): readonly string[] =>
    codesIn(text.split(`export type ${name} =`)[1]?.split(';')[0] ?? '', /'([a-z_-]+)'/g);
  expect(union('SignOffProblem').length).toBeGreaterThan(10);
  expect(without(union('SignOffProblem'), (code) => `signoff.${code}`)).toEqual([]);
  expect(without(union('GateVerdict'), (code) => `verdict.${code}`)).toEqual([]);
  expect(without(union('MissingForGo'), (code) => `missing.${code}`)).toEqual([]);
});

test('guards and refusals: every code has a sentence', () => {
  const guards = allCodes('shared/src/record/guards/', /unmet\(\s*'([a-z-]+)'/g);
  expect(without(guards, (code) => `guard.${code}`)).toEqual([]);
  const refusals = allCodes('shared/src/change/', /refuse\(\s*'([a-z-]+)'/g);
  const known = (code: string) =>
    english[`refusal.${code}`] === undefined ? `guard.${code}` : `refusal.${code}`;
  expect(without(refusals, known)).toEqual([]);
});

test('data-quality rules and signals: every code stands behind some rule', () => {
  const spoken = new Set(Object.keys(english).map((key) => key.slice(key.indexOf('.') + 1)));
  const codes = [
    ...allCodes('shared/src/program/rules/', /\bcode: '([a-z-]+)'/g),
    ...allCodes('shared/src/signal/', /\bcode: '([a-z-]+)'/g),
  ];
  const fixes = /^(set|add|restore|create)-/;
  expect(codes.filter((code) => !spoken.has(code) && !fixes.test(code))).toEqual([]);
});

test('host failures: every code of the port has words', () => {
  const text = readFileSync(new URL('packages/store/src/git-host.ts', repository), 'utf8');
  const block = text.split('export type HostFailure = {')[1]?.split('url: string')[0] ?? '';
  const codes = codesIn(block, /\| '([a-z0-9-]+)'/g);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !(code in hostFailureWords))).toEqual([]);
});
