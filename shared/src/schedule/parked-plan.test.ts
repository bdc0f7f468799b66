import { expect, test } from 'vitest';
import { aProgram } from './a-program.ts';
import { schedule } from './critical-path.ts';
import { linksOf } from './program-links.ts';

const TUESDAY = '2026-03-10';
const days = (id: string, duration_days: number, more = {}) => ({
  id,
  estimate: { duration_days },
  ...more,
});
const after = (id: string, ...on: string[]) =>
  days(id, 1, { predecessors: on.map((each) => ({ on: each })) });
const links = (...records: { id: string }[]) =>
  linksOf(aProgram(records), TUESDAY).links.map(({ from, to }) => `${from}>${to}`);

test('what is put off, cancelled or void leaves the plan with its links', () => {
  for (const status of ['deferred', 'cancelled', 'void']) {
    const parked = days('M-1', 50, { status });
    const alone = schedule(aProgram([after('M-2')]), TUESDAY).nodes;
    expect(schedule(aProgram([parked, after('M-2', 'M-1')]), TUESDAY).nodes).toEqual(alone);
    expect(links(parked, after('M-2', 'M-1'))).toEqual([]);
    expect(links(days('M-1', 1), { ...after('M-2', 'M-1'), status } as { id: string })).toEqual([]);
  }
  expect(links(days('M-1', 1), after('M-2', 'M-1'))).toEqual(['M-1>M-2']);
});

const need = (status: string, more = {}) => ({
  ...{ id: 'D-1', status, need_by: '2026-04-01', forecast_date: '2026-04-10' },
  consumer: { milestone: 'M-2' },
  ...more,
});

test('a dependency binds from its request until it is settled', () => {
  const bound = (status: string) => links(days('M-2', 1), need(status));
  for (const status of ['requested', 'negotiating', 'committed', 'in_progress', 'delivered']) {
    expect(bound(status)).toEqual(['D-1>M-2']);
  }
  for (const status of ['identified', 'accepted', 'declined', 'cancelled', 'void']) {
    expect(bound(status)).toEqual([]);
  }
});

test('a provider milestone stands for its dependency; a parked one binds nothing', () => {
  const provider = (status: string) => days('M-1', 1, { status });
  const tied = need('committed', { provider: { milestone: 'M-1' } });
  expect(links(provider('committed'), days('M-2', 1), tied)).toEqual(['M-1>M-2']);
  expect(links(provider('deferred'), days('M-2', 1), tied)).toEqual([]);
});

test('a dependency listed as a predecessor keeps the lag of the list, and is one link', () => {
  const listed = days('M-2', 1, { predecessors: [{ on: 'D-1', type: 'SS', lag_days: 3 }] });
  const found = linksOf(aProgram([listed, need('committed', { lag_days: 9 })]), TUESDAY);
  expect(found.links).toEqual([{ from: 'D-1', to: 'M-2', type: 'SS', lag: 3, dependency: 'D-1' }]);
  expect([...found.pseudo]).toEqual([['D-1', '2026-04-10']]);
});

test('a dependency without any date binds nothing and is named', () => {
  const found = linksOf(
    aProgram([days('M-2', 1), need('committed', { forecast_date: undefined })]),
    TUESDAY,
  );
  expect(found.links).toEqual([]);
  expect(found.unknown).toEqual(['D-1']);
});

test('without an estimate a milestone takes from its latest predecessor to its forecast', () => {
  const free = (forecast_date: string) => ({ id: 'M-1', forecast_date });
  const implied = {
    id: 'M-3',
    forecast_date: '2026-04-10',
    predecessors: [{ on: 'M-1' }, { on: 'M-2' }],
  };
  const length = (first: string, second: string) => {
    const records = [free(first), { ...free(second), id: 'M-2' }, implied];
    const node = schedule(aProgram(records), TUESDAY).nodes.find(({ id }) => id === 'M-3');
    return node && node.ef - node.es;
  };
  expect(length('2026-04-01', '2026-04-08')).toBe(2);
  expect(length('2026-04-08', '2026-04-01')).toBe(2);
  expect(length('2026-04-15', '2026-04-01')).toBe(0);
});

test('what is in progress has at least a day left, and what was said is left is left', () => {
  const running = (more: object) => {
    const record = { ...days('M-1', 5), status: 'in_progress', ...more };
    const [node] = schedule(aProgram([record]), TUESDAY).nodes;
    return node && node.ef - node.es;
  };
  expect(running({ actual_start: '2026-03-06' })).toBe(3);
  expect(running({ actual_start: '2026-01-05' })).toBe(1);
  expect(running({ start_date: '2026-03-09' })).toBe(4);
  expect(running({ start_date: '2026-01-05', actual_start: '2026-03-09' })).toBe(4);
  expect(running({})).toBe(5);
  expect(running({ estimate: { duration_days: 5, remaining_days: 9 } })).toBe(9);
});
