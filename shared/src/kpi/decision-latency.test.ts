import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const decided = (id: string, requested: string | undefined, on: string, more = {}) => ({
  id,
  status: 'decided',
  decided_on: on,
  ...(requested === undefined ? {} : { requested_on: requested }),
  ...more,
});
const latency = (records: Parameters<typeof aFigure>[1]) => aFigure('decision_latency', records);

test('asked on Friday and decided on Tuesday is 2 working days', () => {
  expect(latency([decided('DEC-1', '2026-03-06', '2026-03-10')])).toMatchObject({
    value: 2,
    unit: 'working_days',
    status: 'ok',
  });
});

test('the same day is 0, and nothing decided is no figure', () => {
  expect(latency([decided('DEC-1', '2026-03-06', '2026-03-06')]).value).toBe(0);
  expect(latency([]).value).toBeNull();
});

test('mean, median and P85 over all classes, and each class with its own target', () => {
  const kpi = latency([
    decided('DEC-1', '2026-03-02', '2026-03-03'),
    decided('DEC-2', '2026-03-02', '2026-03-04', { class: 'urgent' }),
    decided('DEC-3', '2026-03-02', '2026-03-13'),
  ]);
  expect(kpi.value).toBe(4);
  expect(kpi.details).toMatchObject({ median: 2, p85: 9 });
  expect(kpi.details.by_class).toMatchObject({
    standard: { mean: 5, n: 2, target: 5 },
    urgent: { mean: 2, target: 2 },
    strategic: { mean: null, n: 0 },
  });
});

test('a withdrawn one is left out by name, one without a request lowers completeness', () => {
  const log = [
    { at: '2026-03-05', by: 'ana', event: 'status', from: 'requested', to: 'withdrawn' },
  ];
  const kpi = latency([
    { id: 'DEC-1', status: 'withdrawn', log },
    decided('DEC-2', undefined, '2026-03-10'),
  ]);
  expect(kpi.excluded).toEqual([
    { id: 'DEC-1', reason: 'withdrawn' },
    { id: 'DEC-2', reason: 'missing-requested-on' },
  ]);
  expect(kpi.completeness).toBe(0);
});

test('deferred keeps the clock: open ages are shown apart', () => {
  const kpi = latency([
    { id: 'DEC-1', status: 'deferred', requested_on: '2026-03-24' },
    { id: 'DEC-2', status: 'draft' },
  ]);
  expect(kpi.details.open).toEqual([{ id: 'DEC-1', days: 5 }]);
});

test('a decision belongs to the workstreams of what it affects, else to its own', () => {
  const kpi = latency([
    { id: 'WS-1', lead: 'ana' },
    { id: 'M-1', workstream: 'WS-1' },
    decided('DEC-1', '2026-03-02', '2026-03-03', { affects: ['M-1'] }),
    decided('DEC-2', '2026-03-02', '2026-03-05'),
  ]);
  expect(kpi.segments).toMatchObject({ 'WS-1': { value: 1, n: 1 }, program: { value: 3, n: 1 } });
});
