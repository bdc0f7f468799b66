import { expect, test } from 'vitest';
import { escalated, factsOf } from './an-escalation.ts';

const promised = (more = {}) => ({
  id: 'M-1',
  status: 'committed',
  external_commitment: true,
  committed_date: '2026-06-12',
  ...more,
});

test('E1: an external date is escalated when its forecast is a day later, not when it is the day', () => {
  const late = promised({ forecast_date: '2026-06-13' });
  expect(escalated('E1', [late])).toEqual(['forecast-late M-1 L3 executive_sponsor']);
  expect(factsOf('E1', [late])).toEqual({ forecast: '2026-06-13', committed: '2026-06-12' });
  expect(escalated('E1', [promised({ forecast_date: '2026-06-12' })])).toEqual([]);
});

test('E1: only an open promise to somebody outside counts', () => {
  const late = { forecast_date: '2026-06-19' };
  expect(escalated('E1', [promised({ ...late, status: 'in_progress' })])).toHaveLength(1);
  expect(escalated('E1', [promised({ ...late, external_commitment: false })])).toEqual([]);
  expect(escalated('E1', [promised({ ...late, status: 'planned' })])).toEqual([]);
  expect(escalated('E1', [promised({ ...late, status: 'achieved' })])).toEqual([]);
  expect(escalated('E1', [promised({ ...late, committed_date: undefined })])).toEqual([]);
});

test('E1: likelier missed than met is escalated, half and half is not; policy moves the line', () => {
  const told = (percent: number, more = {}) => ({
    probability: new Map([['M-1', percent]]),
    ...more,
  });
  expect(escalated('E1', [promised()], told(49.9))).toEqual(['unlikely M-1 L3 executive_sponsor']);
  expect(factsOf('E1', [promised()], told(20))).toEqual({
    probability: 20,
    committed: '2026-06-12',
  });
  expect(escalated('E1', [promised()], told(50))).toEqual([]);
  const policy = { escalation: { E1: { percent: 80 } } };
  expect(escalated('E1', [promised()], told(79, { policy }))).toHaveLength(1);
  expect(escalated('E1', [promised()])).toEqual([]);
});

const internal = (more = {}) => ({
  id: 'M-1',
  status: 'in_progress',
  start_date: '2025-01-01',
  committed_date: '2026-04-01',
  ...more,
});

test('E2: an internal milestone slips by more than ten working days', () => {
  expect(escalated('E2', [internal({ forecast_date: '2026-04-15' })])).toEqual([]);
  const late = internal({ forecast_date: '2026-04-16' });
  expect(escalated('E2', [late])).toEqual(['slips M-1 L2 workstream_lead,pm_director']);
  expect(factsOf('E2', [late])).toEqual({ days: 11, percent: 3 });
  expect(escalated('E2', [{ ...late, external_commitment: true }])).toEqual([]);
  expect(escalated('E2', [{ ...late, status: 'deferred' }])).toEqual([]);
  expect(escalated('E2', [{ ...late, status: 'committed' }])).toHaveLength(1);
});

test('E2: a tenth of a short length is too much as well', () => {
  const short = (forecast: string) =>
    internal({ start_date: '2026-03-18', committed_date: '2026-04-01', forecast_date: forecast });
  expect(escalated('E2', [short('2026-04-02')])).toEqual([]);
  expect(factsOf('E2', [short('2026-04-03')])).toEqual({ days: 2, percent: 20 });
  const bare = internal({ start_date: undefined, forecast_date: '2026-04-03' });
  expect(escalated('E2', [bare])).toEqual([]);
});

test('E2: policy.yaml moves both limits, and only by numbers', () => {
  const late = internal({ forecast_date: '2026-04-16' });
  const limits = (E2: unknown) => ({ policy: { escalation: { E2 } } });
  expect(escalated('E2', [late], limits({ days: 11 }))).toEqual([]);
  expect(escalated('E2', [late], limits({ days: 'many' }))).toHaveLength(1);
  expect(escalated('E2', [late], limits(null))).toHaveLength(1);
  expect(escalated('E2', [late], limits({ days: 11, percent: 3 }))).toHaveLength(1);
});

const need = (more = {}) => ({
  id: 'D-1',
  status: 'committed',
  need_by: '2026-04-13',
  consumer: { milestone: 'M-1' },
  ...more,
});
const consumer = { id: 'M-1', estimate: { duration_days: 1 } };
const long = { id: 'M-2', estimate: { duration_days: 100 } };

test('E3: later than the consumer has float', () => {
  const late = need({ forecast_date: '2026-04-14' });
  expect(escalated('E3', [late, consumer])).toEqual(['beyond-float D-1 L2 functional_director']);
  expect(factsOf('E3', [late, consumer])).toEqual({ gap: 1, float: 0 });
  expect(escalated('E3', [late, consumer, long])).toEqual([]);
  expect(escalated('E3', [need({ forecast_date: '2026-04-13' }), consumer])).toEqual([]);
  expect(escalated('E3', [late])).toEqual([]);
});

test('E3: not promised 20 working days before it is needed, or declined', () => {
  const asked = (need_by: string) => need({ status: 'requested', need_by });
  expect(escalated('E3', [asked('2026-04-07')])).toEqual([
    'uncommitted D-1 L2 functional_director',
  ]);
  expect(factsOf('E3', [asked('2026-04-07')])).toEqual({ need_by: '2026-04-07', days: 20 });
  expect(escalated('E3', [asked('2026-04-08')])).toEqual([]);
  for (const status of ['identified', 'negotiating']) {
    expect(escalated('E3', [need({ status, need_by: '2026-03-20' })])).toHaveLength(1);
  }
  expect(escalated('E3', [need({ need_by: '2026-03-12' })])).toEqual([]);
  expect(escalated('E3', [need({ status: 'declined' })])).toEqual([
    'declined D-1 L2 functional_director',
  ]);
  expect(escalated('E3', [need({ status: 'cancelled', forecast_date: '2026-09-01' })])).toEqual([]);
});

test('E4: open for more than 28 days with nothing agreed', () => {
  const asked = (raised: string, more = {}) => need({ status: 'requested', raised, ...more });
  expect(escalated('E4', [asked('2026-02-09')])).toEqual([
    'no-agreement D-1 L2 functional_director',
  ]);
  expect(factsOf('E4', [asked('2026-02-09')])).toEqual({ days: 29 });
  expect(escalated('E4', [asked('2026-02-10')])).toEqual([]);
  const agreement = { provider_owner: 'vera', consumer_owner: 'carl', at: '2026-03-01' };
  expect(escalated('E4', [asked('2026-01-01', { agreement })])).toEqual([]);
  expect(escalated('E4', [asked('2026-01-01', { status: 'declined' })])).toEqual([]);
});
