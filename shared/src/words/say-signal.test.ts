import { expect, test } from 'vitest';
import { someSignals } from '../signal/a-signal.ts';
import { signals } from '../signal/signals.ts';
import { englishSignals, saySignal } from './say-signal.ts';

test('a signal is said with its facts and the next step', () => {
  const [late] = someSignals('S-08', [
    {
      id: 'D-1',
      status: 'requested',
      need_by: '2026-04-13',
      forecast_date: '2026-04-27',
      consumer: { milestone: 'M-1' },
    },
    { id: 'M-1' },
  ]);
  if (late === undefined) throw new Error('nothing was detected');
  expect(saySignal(late, 'plain', { year: 2026 })).toBe(
    'D-1 is needed 13 Apr and forecast 27 Apr, 10 working days late. M-1 waits for it',
  );
  expect(saySignal(late, 'short')).toBe('10 days late');
});

test('every rule has a sentence', () => {
  const said = new Set(Object.keys(englishSignals).map((key) => key.split('.')[0]));
  expect(signals.map(({ rule }) => rule).filter((rule) => !said.has(rule))).toEqual([]);
});

test('a code without a sentence is shown as its own words, and braces in facts stay text', () => {
  const base = { rule: 'S-99', subjects: ['R-1'], facts: {} };
  expect(saySignal({ ...base, code: 'brand-new' })).toContain('brand new');
  const hostile = {
    rule: 'S-29',
    code: 'cluster',
    subjects: ['program'],
    facts: { count: 3, component: '{id}' },
  };
  expect(saySignal(hostile)).toBe('3 incidents on {id} in 30 days');
});
