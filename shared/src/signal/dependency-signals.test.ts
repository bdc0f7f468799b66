import { expect, test } from 'vitest';
import { heardFrom, someSignals } from './a-signal.ts';

const need = (more = {}) => ({
  id: 'D-1',
  status: 'committed',
  need_by: '2026-04-13',
  consumer: { milestone: 'M-1' },
  provider: { team: 'TM-9', owner: 'vera' },
  ...more,
});
const consumer = (more = {}) => ({ id: 'M-1', estimate: { duration_days: 1 }, ...more });
const end = { id: 'M-2', estimate: { duration_days: 100 } };

test('S-08: late for the need, critical past the float of who needs it', () => {
  const late = need({ forecast_date: '2026-04-14' });
  expect(heardFrom('S-08', [late, consumer(), end])).toEqual(['late-for-need high D-1 M-1']);
  expect(heardFrom('S-08', [late, consumer()])).toEqual(['late-for-need critical D-1 M-1']);
  expect(heardFrom('S-08', [need({ forecast_date: '2026-04-13' }), consumer()])).toEqual([]);
});

test('S-08: an external milestone makes it critical; resolved and unknown ones are silent', () => {
  const late = { forecast_date: '2026-04-14' };
  const external = consumer({ external_commitment: true });
  expect(heardFrom('S-08', [need(late), external, end])).toEqual([
    'late-for-need critical D-1 M-1',
  ]);
  expect(heardFrom('S-08', [need({ ...late, status: 'accepted' }), external])).toEqual([]);
  expect(heardFrom('S-08', [need(), external])).toEqual([]);
});

test('S-09: uncommitted inside the lead time, 20 working days where none is given', () => {
  const asked = (more = {}) => [need({ status: 'requested', ...more })];
  expect(heardFrom('S-09', asked({ need_by: '2026-04-07' }))).toEqual(['uncommitted high D-1']);
  expect(heardFrom('S-09', asked({ need_by: '2026-04-08' }))).toEqual([]);
  expect(heardFrom('S-09', asked({ need_by: '2026-04-08', lead_time_days: 21 }))).toEqual([
    'uncommitted high D-1',
  ]);
  expect(heardFrom('S-09', [need({ need_by: '2026-03-12' })])).toEqual([]);
});

test('S-09: policy.yaml moves the default lead time', () => {
  const settings = { lead_days: 21 };
  const asked = [need({ status: 'requested', need_by: '2026-04-08' })];
  expect(heardFrom('S-09', asked, { settings })).toEqual(['uncommitted high D-1']);
});

test('S-10: on the critical path a dependency needs a provider owner and a promise', () => {
  const loose = need({ status: 'requested', forecast_date: '2026-04-01' });
  expect(heardFrom('S-10', [loose, consumer()])).toEqual(['not-committed critical D-1 M-1']);
  const unowned = need({ provider: { team: 'TM-9' }, forecast_date: '2026-04-01' });
  expect(heardFrom('S-10', [unowned, consumer()])).toEqual(['no-provider-owner critical D-1 M-1']);
  expect(heardFrom('S-10', [need({ forecast_date: '2026-04-01' }), consumer()])).toEqual([]);
});

test('S-10: five days of float are near, six are not', () => {
  const loose = need({ status: 'requested', forecast_date: '2026-03-12' });
  const long = (days: number) => ({ id: 'M-2', estimate: { duration_days: days } });
  expect(heardFrom('S-10', [loose, consumer(), long(8)])).toEqual(['not-committed warn D-1 M-1']);
  expect(heardFrom('S-10', [loose, consumer(), long(9)])).toEqual([]);
});

test('S-11: silent for more than 14 days, in the record and its linked items', () => {
  const promised = (at: string) => [need({ log: [{ at, by: 'vera', event: 'comment' }] })];
  expect(heardFrom('S-11', promised('2026-02-23'))).toEqual(['silent warn D-1']);
  expect(heardFrom('S-11', promised('2026-02-24'))).toEqual([]);
  const tracked = [need({ raised: '2026-01-01', provider: { team: 'TM-9', item: 'PAY-1' } })];
  const activity = { trackerItems: [{ key: 'PAY-1', updatedAt: '2026-03-01T10:00:00Z' }] };
  expect(heardFrom('S-11', tracked)).toEqual(['silent warn D-1']);
  expect(heardFrom('S-11', tracked, { activity })).toEqual([]);
});

test('S-36: bought things whose lead time is longer than the time left', () => {
  const bought = (more = {}) => [need({ type: 'vendor', lead_time_days: 25, ...more })];
  expect(heardFrom('S-36', bought())).toEqual(['not-ordered high D-1']);
  expect(heardFrom('S-36', bought({ lead_time_days: 24 }))).toEqual([]);
  expect(heardFrom('S-36', bought({ ordered_on: '2026-03-01' }))).toEqual([]);
  expect(heardFrom('S-36', bought({ type: 'technical' }))).toEqual([]);
});

test('S-41: less time to test than planned, by more than a quarter', () => {
  const gate = { id: 'G-1', status: 'defined', milestone: 'M-1', review_date: '2026-05-01' };
  const heard = (forecast: string, category = 'testing') =>
    heardFrom('S-41', [
      gate,
      { id: 'G-1.1', category },
      consumer({ predecessors: [{ on: 'M-2' }] }),
      { id: 'M-2', baseline_date: '2026-04-03', forecast_date: forecast },
    ]);
  expect(heard('2026-04-13')).toEqual(['squeezed high G-1']);
  expect(heard('2026-04-10')).toEqual([]);
  expect(heard('2026-04-13', 'training')).toEqual([]);
});

test('S-42: three open or three recent environment issues on a test milestone', () => {
  const issue = (id: string, more = {}) => ({
    id,
    status: 'triaged',
    root_cause_category: 'environment',
    affects: ['M-1'],
    raised: '2026-01-01',
    ...more,
  });
  const test = consumer({ tags: ['test'] });
  const three = ['I-1', 'I-2', 'I-3'].map((id) => issue(id));
  expect(heardFrom('S-42', [test, ...three])).toEqual(['unstable warn M-1']);
  expect(heardFrom('S-42', [test, ...three.slice(1)])).toEqual([]);
  expect(heardFrom('S-42', [consumer(), ...three])).toEqual([]);
  const closed = ['I-1', 'I-2', 'I-3'].map((id) =>
    issue(id, { status: 'closed', raised: '2026-02-24' }),
  );
  expect(someSignals('S-42', [test, ...closed])[0]?.facts).toEqual({ open: 0, recent: 3 });
});
