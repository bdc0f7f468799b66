import { expect, test } from 'vitest';
import { Policy } from '../record/charter.ts';
import { judgeKpi, targetOf, trendOf } from './judge-kpi.ts';
import type { Bound, KpiDefinition, Measured } from './kpi.ts';

const figure = (value: number | null): Measured => ({
  ...{ value, n: 1, numerator: null, denominator: null, items: [], excluded: [], details: {} },
});
const definition = (ok: Bound, warn: Bound, more: Partial<KpiDefinition> = {}): KpiDefinition => ({
  ...{ number: 1, key: 'rate', unit: 'percent', better: 'up', target: { ok, warn } },
  measure: () => figure(null),
  ...more,
});
const policy = (kpi_targets = {}) => Policy.parse({ kpi_targets });
const status = (value: number | null, ok: Bound, warn: Bound, more = {}) =>
  judgeKpi(definition(ok, warn, more), figure(value), null, policy());

test('each sign holds at its own edge', () => {
  expect([80, 79.9, 70, 69.9].map((value) => status(value, ['>=', 80], ['>=', 70]))).toEqual([
    ...['ok', 'warn', 'warn', 'breach'],
  ]);
  expect([80.1, 80, 60.1, 60].map((value) => status(value, ['>', 80], ['>', 60]))).toEqual([
    ...['ok', 'warn', 'warn', 'breach'],
  ]);
  expect([5, 5.1, 10, 10.1].map((value) => status(value, ['<=', 5], ['<=', 10]))).toEqual([
    ...['ok', 'warn', 'warn', 'breach'],
  ]);
  expect([4.9, 5, 9.9, 10].map((value) => status(value, ['<', 5], ['<', 10]))).toEqual([
    ...['ok', 'warn', 'warn', 'breach'],
  ]);
});

test('nothing measured is no data, whatever the target', () => {
  expect(status(null, ['<', 5], ['<', 10])).toBe('no_data');
  expect(status(3, ['<', 5], ['<', 10], { judged: () => null })).toBe('no_data');
});

test('a target may judge another figure, and ok may need a second condition', () => {
  expect(status(99, ['<', 5], ['<', 10], { judged: () => 4 })).toBe('ok');
  expect(status(99, ['>=', 95], ['>=', 90], { okOnlyIf: () => false })).toBe('warn');
  expect(status(99, ['>=', 95], ['>=', 90], { okOnlyIf: () => true })).toBe('ok');
});

test('without a target only a worsening trend is a warning', () => {
  const { target, ...bare } = definition(['<', 1], ['<', 1]);
  expect(target).toBeDefined();
  const byTrend = (['worsening', 'stable', 'improving', null] as const).map((trend) =>
    judgeKpi(bare, figure(3), trend, policy()),
  );
  expect(byTrend).toEqual(['warn', 'ok', 'ok', 'ok']);
});

test('policy.yaml moves the numbers of a target, by key or by number, and only numbers', () => {
  const base = definition(['>=', 80], ['>=', 70]);
  const target = (given: object) => targetOf(base, policy(given));
  expect(target({ rate: { ok: 90 } })).toEqual({ ok: ['>=', 90], warn: ['>=', 70] });
  expect(target({ 1: { warn: 60 } })).toEqual({ ok: ['>=', 80], warn: ['>=', 60] });
  expect(target({ rate: { ok: 'high' } })).toEqual(base.target);
  expect(target({ rate: 90 })).toEqual(base.target);
  expect(target({ rate: null })).toEqual(base.target);
});

test('within a twentieth of the previous figure a trend is stable', () => {
  expect(trendOf('up', 105, 100)).toBe('stable');
  expect(trendOf('up', 106, 100)).toBe('improving');
  expect(trendOf('up', 94, 100)).toBe('worsening');
  expect(trendOf('down', 106, 100)).toBe('worsening');
  expect(trendOf('down', 94, 100)).toBe('improving');
  expect(trendOf('zero', -6, 4)).toBe('worsening');
  expect(trendOf('zero', -2, 4)).toBe('improving');
  expect(trendOf('up', 1, 0)).toBe('improving');
  expect(trendOf('up', 0, 0)).toBe('stable');
  expect(trendOf('up', null, 4)).toBeNull();
  expect(trendOf('up', 4, null)).toBeNull();
});
