import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

type Records = Parameters<typeof aFigure>[1];
const reopen = (records: Records, more = {}) => aFigure('issue_reopen_rate', records, more);
const window = { start: '2026-03-10T20:00:00Z', end: '2026-03-10T23:00:00Z' };
const release = (id: string, more = {}) => ({
  id,
  status: 'completed',
  change_window: window,
  ...more,
});

test('an issue closed in the window and opened again counts once', () => {
  const closed = (id: string, more = {}) => ({
    id,
    status: 'closed',
    closed_on: '2026-03-10',
    ...more,
  });
  const again = (on: string, previous: string) => ({ on, previous_closed_on: previous });
  const kpi = reopen([
    closed('I-1'),
    { id: 'I-2', status: 'in_progress', reopenings: [again('2026-04-01', '2026-03-05')] },
    closed('I-3', {
      reopenings: [again('2026-03-08', '2026-03-05'), again('2026-03-09', '2026-03-08')],
    }),
  ]);
  expect(kpi.value).toBeCloseTo(66.67, 1);
  expect(kpi.details.immature).toBe(true);
  expect(reopen([closed('I-1')], { asOf: '2026-04-30' }).details.immature).toBe(false);
});

test('reopened from resolved, or after as_of, is no re-open; none closed is no figure', () => {
  const late = { id: 'I-1', status: 'closed', closed_on: '2026-03-10' };
  const resolved = { ...late, reopenings: [{ on: '2026-03-08' }] };
  expect(reopen([resolved]).value).toBe(0);
  const future = { ...late, reopenings: [{ on: '2026-05-01', previous_closed_on: '2026-03-02' }] };
  expect(reopen([future]).value).toBe(0);
  expect(reopen([]).value).toBeNull();
});

test('defects found in production of all found, 0 + 0 is no figure', () => {
  const found = (production: number, preprod: number) => ({
    result: 'success',
    defects_found: { production, preprod, as_of: '2026-04-01' },
  });
  const rate = (records: Records) => aFigure('defect_escape_rate', records);
  const kpi = rate([
    release('REL-1', { outcome: found(1, 7) }),
    release('REL-2', { outcome: found(1, 1) }),
  ]);
  expect(kpi).toMatchObject({
    value: 20,
    n: 2,
    numerator: 2,
    denominator: 10,
    details: { provisional: false },
  });
  expect(rate([release('REL-1', { outcome: found(0, 0) })]).value).toBeNull();
  expect(rate([release('REL-1')]).excluded[0]?.reason).toBe('missing-defects-found');
});

test('production deployments decide the failure rate; unfinished and other environments do not', () => {
  const row = (id: number, more = {}) => ({
    id,
    env: 'production',
    at: '2026-03-10T10:00:00Z',
    ...more,
  });
  const deployments = [
    row(1, { failed_change: true }),
    row(2),
    row(3, { status: 'in_progress' }),
    row(4, { env: 'staging', failed_change: true }),
    row(5, { env: 'prod' }),
  ];
  const kpi = aFigure('change_failure_rate', [], { deployments });
  expect(kpi.value).toBeCloseTo(33.33, 1);
  expect(kpi.details).toEqual({ source: 'deployments', few: true });
});

test('without deployments the releases decide, and without either there is no figure', () => {
  const outcome = { result: 'failed', failed_change: true };
  const rate = (records: Records) => aFigure('change_failure_rate', records);
  expect(rate([release('REL-1', { outcome })])).toMatchObject({ value: 100, n: 1 });
  expect(rate([])).toMatchObject({ value: null, n: 0 });
});

test('hours to restore are those of incidents restored in the window', () => {
  const incident = (id: number, from: string, to?: string, more = {}) => ({
    id,
    started_at: from,
    ...(to === undefined ? {} : { restored_at: to }),
    ...more,
  });
  const incidents = [
    incident(1, '2026-02-28T23:00:00Z', '2026-03-01T02:00:00Z', { caused_by: 'REL-1' }),
    incident(2, '2026-03-05T10:00:00+01:00', '2026-03-05T10:30:00Z'),
    incident(3, '2026-03-30T10:00:00Z'),
    incident(4, '2026-04-02T10:00:00Z'),
  ];
  const kpi = aFigure('mean_time_to_restore', [release('REL-1')], { incidents });
  expect(kpi).toMatchObject({ value: 2.25, n: 2, unit: 'hours' });
  expect(kpi.details).toMatchObject({
    failed_deployment_recovery: 3,
    open: [{ id: '3', days: 1 }],
  });
  expect(kpi.excluded).toEqual([{ id: '3', reason: 'unresolved' }]);
  expect(aFigure('mean_time_to_restore', []).value).toBeNull();
});
