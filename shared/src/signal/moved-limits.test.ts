import { expect, test } from 'vitest';
import { heardFrom } from './a-signal.ts';

const need = (more = {}) => ({
  ...{ id: 'D-1', status: 'committed', need_by: '2026-04-13', consumer: { milestone: 'M-1' } },
  ...more,
});

test('S-10: policy.yaml moves how near to the critical path is near', () => {
  const loose = need({ status: 'requested', forecast_date: '2026-03-12' });
  const records = [
    loose,
    { id: 'M-1', estimate: { duration_days: 1 } },
    { id: 'M-2', estimate: { duration_days: 9 } },
  ];
  expect(heardFrom('S-10', records)).toEqual([]);
  expect(heardFrom('S-10', records, { settings: { near_days: 6 } })).toHaveLength(1);
});

test('S-11: policy.yaml moves how long a provider may be silent', () => {
  const silent = [need({ log: [{ at: '2026-02-24', by: 'vera', event: 'comment' }] })];
  expect(heardFrom('S-11', silent)).toEqual([]);
  expect(heardFrom('S-11', silent, { settings: { days: 13 } })).toEqual(['silent warn D-1']);
});

test('S-13: policy.yaml moves what a large move and short notice are', () => {
  const moved = (date: string, as_of: string) => [
    {
      ...{ id: 'M-1', status: 'committed', committed_date: '2026-03-16' },
      forecast_history: [
        { as_of: '2026-02-02', date: '2026-03-16' },
        { as_of, date },
      ],
    },
  ];
  const settings = { move_days: 4, notice_days: 11 };
  expect(heardFrom('S-13', moved('2026-03-20', '2026-03-05'))).toEqual([]);
  expect(heardFrom('S-13', moved('2026-03-20', '2026-03-05'), { settings })).toHaveLength(1);
  expect(heardFrom('S-13', moved('2026-03-24', '2026-02-27'))).toEqual([]);
  expect(heardFrom('S-13', moved('2026-03-24', '2026-02-27'), { settings })).toHaveLength(1);
});

test('S-42: rejected, resolved and duplicate issues are not open', () => {
  const issues = (status: string) =>
    ['I-1', 'I-2', 'I-3'].map((id) => ({
      ...{ id, status, root_cause_category: 'environment', affects: ['M-1'] },
      raised: '2026-01-01',
    }));
  const heard = (status: string) =>
    heardFrom('S-42', [{ id: 'M-1', tags: ['test'] }, ...issues(status)]).length;
  expect(['triaged', 'in_progress', 'duplicate', 'rejected', 'closed'].map(heard)).toEqual([
    ...[1, 1, 0, 0, 0],
  ]);
});
