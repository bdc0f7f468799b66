import { expect, test } from 'vitest';
import { asked, rulesFor, rulesForCharter, type Side } from './a-change.ts';

const baseline = (size: number) => ({ scope: { baseline: { size } } });
const charter = { ...baseline(100), budget: { bac: 1000, approval_threshold: 50 } };
const change = (more = {}) => ({
  id: 'CR-1',
  workstream: 'WS-1',
  type: 'scope_add',
  status: 'pending_approval',
  ...more,
});
const approved = { status: 'approved', outcome: 'approved' };
const sized = (size_delta: number, more = {}) => ({ impact: { scope: { size_delta }, ...more } });
type Plain = Readonly<Record<string, unknown>>;
const rights = (from: Plain, to: Plain = approved, rest: Side = { charter }) =>
  rulesFor(change(from), to, rest);

test('DR-09: scope by five percent of the baseline or more is for the sponsor', () => {
  expect(rights(sized(5))).toEqual(['DR-09']);
  expect(rights(sized(-5))).toEqual(['DR-09']);
  expect(rights(sized(4.9))).toEqual(['DR-09b']);
  expect(rights(sized(1), approved, { charter: baseline(0) })).toEqual(['DR-09']);
  expect(rights(sized(0), approved, { charter: baseline(0) })).toEqual(['DR-09b']);
  const side = (more = {}) => ({ charter, records: [change({ ...sized(5), ...more })] });
  expect(asked(side(), side(approved))).toEqual(['DR-09 CR-1 executive_sponsor@program']);
});

test('DR-09: an objective, the baseline itself or a promised date make it major too', () => {
  const objectives = [{ id: 'O-1', statement: 'faster' }];
  expect(rulesForCharter(charter, { objectives })).toEqual(['DR-09']);
  expect(rulesForCharter(charter, baseline(105))).toEqual(['DR-09']);
  expect(rulesForCharter(charter, baseline(95))).toEqual(['DR-09']);
  expect(rulesForCharter(charter, baseline(104))).toEqual(['DR-09b']);
  const moved = (external_commitment: boolean) =>
    rights(sized(1, { schedule: [{ milestone: 'M-1', days: 5 }] }), approved, {
      charter,
      records: [{ id: 'M-1', external_commitment }],
    });
  expect(moved(true)).toEqual(['DR-09']);
  expect(moved(false)).toEqual(['DR-09b']);
});

test('DR-09b: less is for the product lead and the lead of the workstream', () => {
  const side = (more = {}) => ({ charter, records: [change({ ...sized(1), ...more })] });
  expect(asked(side(), side(approved))).toEqual([
    'DR-09b CR-1 product_lead@program',
    'DR-09b CR-1 workstream_lead@WS-1',
  ]);
});

test('DR-09b: only an approved change of scope counts, however it was approved', () => {
  expect(rights(sized(1), { status: 'rejected', outcome: 'rejected' })).toEqual([]);
  expect(rights(sized(1), { status: 'assessing' })).toEqual([]);
  expect(rights({ ...sized(1), type: 'schedule' })).toEqual([]);
  const changed = { outcome: 'approved_with_changes' };
  for (const status of ['approved', 'implemented', 'closed']) {
    expect(rights(sized(1), { status, ...changed })).toEqual(['DR-09b']);
  }
  expect(rights({ ...sized(1), ...changed }, { status: 'deferred' })).toEqual([]);
});

const team = (more = {}) => ({ id: 'TM-1', status: 'active', ...more });
const share = (pct: number, workstream = 'WS-1') => ({
  workstream,
  pct,
  from: '2026-01-01',
  to: '2026-12-31',
});

test('DR-10: a fifth of a team, or a whole one, is for the sponsor', () => {
  const from = team({ allocations: [share(50)] });
  expect(rulesFor(from, { allocations: [share(70)] })).toEqual(['DR-10']);
  expect(rulesFor(from, { allocations: [share(30)] })).toEqual(['DR-10']);
  expect(rulesFor(from, { allocations: [share(69)] })).toEqual([]);
  expect(rulesFor(from, { allocations: [share(50), share(20, 'WS-2')] })).toEqual(['DR-10']);
  expect(rulesFor(from, { allocations: [] })).toEqual(['DR-10']);
  expect(rulesFor(team(), { status: 'inactive' })).toEqual(['DR-10']);
  expect(rulesFor(team(), { status: 'void' })).toEqual(['DR-10']);
  expect(rulesFor(team({ status: 'void' }), { status: 'inactive' })).toEqual([]);
  expect(asked({}, { records: [team()] })).toEqual(['DR-10 TM-1 executive_sponsor@program']);
});

const costs = (cost: object) => ({ type: 'budget', impact: { cost } });

test('DR-12: money above the threshold is for the sponsor and finance', () => {
  const side = (more = {}) => ({
    charter,
    records: [change({ ...costs({ one_off: 51 }), ...more })],
  });
  expect(asked(side(), side(approved))).toEqual([
    'DR-12 CR-1 executive_sponsor@program',
    'DR-12 CR-1 finance@program',
  ]);
  expect(rights(costs({ one_off: 50 }))).toEqual(['DR-12b']);
  expect(rights(costs({ one_off: 50, run_rate: 1 }))).toEqual(['DR-12']);
  expect(rights(costs({ one_off: -51 }))).toEqual(['DR-12']);
  expect(rights(costs({ run_rate: -51 }))).toEqual(['DR-12']);
  expect(rights(costs({ one_off: 1 }), approved, {})).toEqual(['DR-12']);
});

test('DR-12: the budget at completion is money too', () => {
  const budget = (bac: number | undefined) => ({ budget: { bac, approval_threshold: 50 } });
  expect(rulesForCharter(charter, budget(1051))).toEqual(['DR-12']);
  expect(rulesForCharter(charter, budget(949))).toEqual(['DR-12']);
  expect(rulesForCharter(charter, budget(1050))).toEqual(['DR-12b']);
  expect(rulesForCharter(charter, { budget: { ...charter.budget, tolerance_pct: 9 } })).toEqual([]);
});

test('DR-12b: up to the threshold it is for the program manager, and nothing costs nothing', () => {
  const side = (more = {}) => ({
    charter,
    records: [change({ ...costs({ one_off: 9 }), ...more })],
  });
  expect(asked(side(), side(approved))).toEqual(['DR-12b CR-1 program_manager@program']);
  expect(rights(costs({ one_off: 0 }))).toEqual([]);
  expect(rights(costs({ one_off: 9 }), { status: 'rejected', outcome: 'rejected' })).toEqual([]);
});

test('DR-17: a contract is for procurement and the sponsor', () => {
  const vendor = { vendor: { contract_ref: 'C-1' } };
  expect(asked({ records: [team()] }, { records: [team(vendor)] })).toEqual([
    'DR-17 TM-1 procurement_legal@program',
    'DR-17 TM-1 executive_sponsor@program',
  ]);
  expect(rulesFor(team(vendor), { vendor: { ...vendor.vendor, contact: 'bo' } })).toEqual([]);
  const decision = (tag: string) => ({ id: 'DEC-1', status: 'requested', tags: [tag] });
  for (const tag of ['vendor-contract', 'contract', 'sow', 'renewal']) {
    expect(rulesFor(decision(tag), { status: 'decided' })).toEqual(['DR-17']);
  }
  expect(rulesFor(decision('contract'), { status: 'deferred' })).toEqual([]);
  expect(rulesFor(decision('team'), { status: 'decided' })).toEqual([]);
});
