import { expect, test } from 'vitest';
import { asked, rulesFor } from './a-change.ts';

const milestone = (more = {}) => ({
  id: 'M-1',
  status: 'committed',
  workstream: 'WS-1',
  committed_date: '2026-06-12',
  estimate: { duration_days: 5 },
  ...more,
});
const later = { committed_date: '2026-06-19' };
const long = { id: 'M-9', estimate: { duration_days: 100 } };

test('DR-03: re-sequencing inside the float is for the program manager', () => {
  const first = { id: 'M-2', estimate: { duration_days: 3 } };
  const records = [first, long];
  const sequence = { predecessors: [{ on: 'M-2' }] };
  expect(rulesFor(milestone(), sequence, { records })).toEqual(['DR-03']);
  expect(rulesFor(milestone(), { start_date: '2026-03-12' }, { records })).toEqual(['DR-03']);
  expect(
    asked({ records: [milestone(), ...records] }, { records: [milestone(sequence), ...records] }),
  ).toEqual(['DR-03 M-1 program_manager@program']);
});

test('DR-03: not without float, not with a new date, not outside, and forecasts move freely', () => {
  const records = [long];
  const start = { start_date: '2026-03-12' };
  expect(rulesFor(milestone(), start)).toEqual([]);
  expect(rulesFor(milestone(), { ...start, ...later }, { records })).toEqual(['DR-05']);
  const outside = milestone({ external_commitment: true });
  expect(rulesFor(outside, start, { records })).toEqual([]);
  expect(rulesFor(milestone(), { forecast_date: '2026-09-01' }, { records })).toEqual([]);
});

test('DR-04: raising an escalation, and nothing else about it, is for the program manager', () => {
  const escalation = { id: 'ESC-1', subject: ['M-1'] };
  for (const change of [
    { level: 'L3' },
    { to: 'maria' },
    { ask: 'decide' },
    { subject: ['M-2'] },
  ]) {
    expect(rulesFor(escalation, change)).toEqual(['DR-04']);
  }
  expect(rulesFor(escalation, { recommendation: 'wait' })).toEqual([]);
  expect(asked({}, { records: [escalation] })).toEqual(['DR-04 ESC-1 program_manager@program']);
});

test('DR-05: an internal date is for the lead of the workstream', () => {
  expect(asked({ records: [milestone()] }, { records: [milestone(later)] })).toEqual([
    'DR-05 M-1 workstream_lead@WS-1',
  ]);
  expect(rulesFor(milestone(), { owner: 'tom' })).toEqual([]);
});

test('DR-05: and for the leads of the workstreams whose milestones start later with it', () => {
  const side = (days: number, more = {}) => [
    milestone({ estimate: { duration_days: days }, ...more }),
    { id: 'M-2', workstream: 'WS-2', predecessors: [{ on: 'M-1' }] },
    { id: 'M-3', workstream: 'WS-1', predecessors: [{ on: 'M-1' }] },
    { id: 'M-4', workstream: 'WS-3' },
  ];
  expect(asked({ records: side(5) }, { records: side(9, later) })).toEqual([
    'DR-05 M-1 workstream_lead@WS-1',
    'DR-05 M-1 workstream_lead@WS-2',
  ]);
});

test('DR-06: a date promised outside is for the sponsor', () => {
  const outside = milestone({ external_commitment: true });
  const side = (more = {}) => ({ records: [{ ...outside, ...more }] });
  expect(asked(side(), side(later))).toEqual(['DR-06 M-1 executive_sponsor@program']);
  expect(rulesFor(outside, { external_commitment: false })).toEqual(['DR-06']);
  expect(rulesFor(milestone(), { external_commitment: true })).toEqual(['DR-06']);
  expect(rulesFor(outside, { status: 'deferred' })).toEqual(['DR-06']);
  expect(rulesFor(outside, { status: 'cancelled' })).toEqual(['DR-06']);
  expect(rulesFor(outside, { status: 'in_progress' })).toEqual([]);
  expect(rulesFor(milestone(), { status: 'deferred' })).toEqual([]);
});

test('DR-06: an internal date that pushes a promised one past its day is for the sponsor too', () => {
  const side = (days: number, more = {}) => [
    milestone({ estimate: { duration_days: days }, ...more }),
    {
      id: 'M-2',
      status: 'committed',
      external_commitment: true,
      committed_date: '2026-03-16',
      predecessors: [{ on: 'M-1' }],
      estimate: { duration_days: 1 },
    },
  ];
  const heard = (days: number, from = 1) =>
    asked({ records: side(from) }, { records: side(days, later) }).map((each) => each.slice(0, 5));
  expect(heard(3)).toEqual(['DR-05', 'DR-05']);
  expect(heard(4)).toEqual(['DR-06']);
  expect(heard(9, 8)).toEqual(['DR-05', 'DR-05']);
});

const need = (more = {}) => ({
  id: 'D-1',
  status: 'negotiating',
  workstream: 'WS-2',
  need_by: '2026-04-13',
  provider: { owner: 'vera' },
  consumer: { owner: 'carl', milestone: 'M-1' },
  ...more,
});

test('DR-07: an agreement is for both owners', () => {
  const agreed = { status: 'committed', committed_date: '2026-04-10' };
  expect(asked({ records: [need()] }, { records: [need(agreed)] })).toEqual([
    'DR-07 D-1 vera@program',
    'DR-07 D-1 carl@program',
  ]);
  expect(rulesFor(need(), { status: 'requested' })).toEqual([]);
  expect(rulesFor(need(), { committed_date: '2026-04-10' })).toEqual([]);
});

test('DR-07: and so is every later change of its terms, while work goes on freely', () => {
  for (const status of ['committed', 'in_progress', 'delivered', 'accepted']) {
    const agreed = need({ status });
    for (const change of [
      { need_by: '2026-04-14' },
      { committed_date: '2026-04-14' },
      { deliverable: 'more' },
      { acceptance: 'softer' },
    ]) {
      expect(rulesFor(agreed, change)).toEqual(['DR-07']);
    }
  }
  expect(rulesFor(need({ status: 'committed' }), { status: 'in_progress' })).toEqual([]);
  expect(rulesFor(need({ status: 'in_progress' }), { status: 'delivered' })).toEqual([]);
  expect(rulesFor(need({ status: 'delivered' }), { status: 'accepted' })).toEqual([]);
});

test('DR-07: later than the consumer can bear asks its lead, and the sponsor when it is promised outside', () => {
  const heard = (committed_date: string, external: boolean, records: { id: string }[] = []) => {
    const consumer = milestone({ external_commitment: external, committed_date: undefined });
    const side = (more = {}) => ({ records: [need(more), consumer, ...records] });
    return asked(side(), side({ status: 'committed', committed_date })).slice(2);
  };
  expect(heard('2026-04-13', true)).toEqual([]);
  expect(heard('2026-04-14', false)).toEqual(['DR-07 D-1 workstream_lead@WS-1']);
  expect(heard('2026-04-14', true)).toEqual([
    'DR-07 D-1 workstream_lead@WS-1',
    'DR-07 D-1 executive_sponsor@program',
  ]);
  expect(heard('2026-04-14', true, [long])).toEqual([]);
});
