import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { trendOf } from './judge-kpi.ts';
import { kpis } from './kpis.ts';
import { measure, previousWindow } from './measure.ts';

const MARCH = { from: '2026-03-01', to: '2026-03-31' };

test('an empty program has all 19 KPIs and a figure in none but shares no zero', () => {
  const found = measure(aProgram([{ id: 'WS-1', lead: 'ana' }]), MARCH, '2026-04-15');
  expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, n) => n + 1));
  for (const kpi of found) {
    expect([kpi.value, kpi.status, kpi.trend]).toEqual([null, 'no_data', null]);
    expect(Object.keys(kpi.segments)).toEqual(['WS-1', 'program']);
  }
});

test('keys are unique', () => {
  expect(new Set(kpis.map(({ key }) => key)).size).toBe(19);
});

test('the previous window is as long and ends the day before', () => {
  expect(previousWindow(MARCH)).toEqual({ from: '2026-01-29', to: '2026-02-28' });
});

test('a trend within 5% is stable; from zero only an equal figure is', () => {
  expect(trendOf('up', 105, 100)).toBe('stable');
  expect(trendOf('up', 106, 100)).toBe('improving');
  expect(trendOf('down', 106, 100)).toBe('worsening');
  expect(trendOf('down', 1, 0)).toBe('worsening');
  expect(trendOf('down', 0, 0)).toBe('stable');
  expect(trendOf('zero', -3, -8)).toBe('improving');
  expect(trendOf('up', null, 1)).toBeNull();
});

test('policy.yaml moves a target, by key or by number', () => {
  const decided = {
    id: 'DEC-1',
    status: 'decided',
    requested_on: '2026-03-02',
    decided_on: '2026-03-05',
  };
  const status = (policy: Record<string, unknown>) =>
    measure(aProgram([decided], { policy }), MARCH, '2026-04-15')[3]?.status;
  expect(status({})).toBe('ok');
  expect(status({ kpi_targets: { decision_latency: { ok: 3, warn: 4 } } })).toBe('warn');
  expect(status({ kpi_targets: { '4': { ok: 1, warn: 2 } } })).toBe('breach');
});

test('without a target the status follows the trend', () => {
  const on = (id: string, day: string, production: number) => ({
    id,
    status: 'completed',
    released_on: day,
    outcome: { result: 'success', defects_found: { production, preprod: 10, as_of: day } },
  });
  const found = (records: ReturnType<typeof on>[]) =>
    measure(aProgram(records), MARCH, '2026-04-15')[9];
  expect(found([on('REL-1', '2026-02-10', 1), on('REL-2', '2026-03-10', 9)])).toMatchObject({
    trend: 'worsening',
    status: 'warn',
  });
  expect(found([on('REL-2', '2026-03-10', 9)])).toMatchObject({ trend: null, status: 'ok' });
});
