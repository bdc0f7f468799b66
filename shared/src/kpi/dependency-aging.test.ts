import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const need = (id: string, raised: string | undefined, more = {}) => ({
  id,
  status: 'requested',
  ...(raised === undefined ? {} : { raised }),
  ...more,
});
const aging = (records: Parameters<typeof aFigure>[1]) => aFigure('dependency_aging', records);

test('ages run to the end of the window in calendar days', () => {
  const kpi = aging([need('D-1', '2026-03-21'), need('D-2', '2026-03-11')]);
  expect(kpi).toMatchObject({ value: 15, n: 2, status: 'warn' });
  expect(kpi.details).toMatchObject({ median: 15, max: 20, uncommitted_only: 15 });
});

test('resolved ones and those raised later do not count; none is no figure', () => {
  const kpi = aging([
    need('D-1', '2026-01-01', { status: 'declined' }),
    need('D-2', '2026-04-01'),
    need('D-3', '2026-01-01', { status: 'accepted', accepted_on: '2026-03-31' }),
  ]);
  expect(kpi).toMatchObject({ value: null, n: 0 });
});

test('one accepted after the window was still open in it', () => {
  const later = need('D-1', '2026-03-21', { status: 'accepted', accepted_on: '2026-04-02' });
  expect(aging([later]).value).toBe(10);
});

test('one without a raised day is named', () => {
  expect(aging([need('D-1', undefined)]).excluded).toEqual([
    { id: 'D-1', reason: 'missing-raised' },
  ]);
});

test('agreement age and the provider view stand beside it', () => {
  const agreement = { provider_owner: 'a', consumer_owner: 'b', at: '2026-03-13' };
  const kpi = aging([
    need('D-1', '2026-03-11', { status: 'committed', agreement, provider: { team: 'TM-1' } }),
  ]);
  expect(kpi.details).toMatchObject({
    agreement_age: 2,
    uncommitted_only: null,
    by_provider: { 'TM-1': { mean: 20, n: 1 } },
  });
});
