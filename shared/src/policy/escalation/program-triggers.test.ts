import { expect, test } from 'vitest';
import { escalated, factsOf } from './an-escalation.ts';

const gate = (more = {}) => ({
  id: 'G-1',
  status: 'in_review',
  review_date: '2026-03-17',
  ...more,
});
const criterion = (more = {}) => ({ id: 'G-1.1', status: 'not_met', ...more });

test('E8: a mandatory criterion is unmet five working days before the review', () => {
  const to = 'executive_sponsor,gate_decider';
  expect(escalated('E8', [gate(), criterion()])).toEqual([`unmet G-1 L3 ${to}`]);
  expect(factsOf('E8', [gate(), criterion()])).toEqual({ unmet: 1, days: 5 });
  expect(escalated('E8', [gate({ review_date: '2026-03-18' }), criterion()])).toEqual([]);
  expect(escalated('E8', [gate(), criterion({ mandatory: false })])).toEqual([]);
  expect(escalated('E8', [gate({ status: 'defined' }), criterion()])).toHaveLength(1);
  expect(escalated('E8', [gate({ status: 'draft' }), criterion()])).toEqual([]);
  expect(escalated('E8', [gate({ review_date: undefined }), criterion()])).toEqual([]);
});

test('E8: a refused sign-off is escalated however far the review is', () => {
  const signOffs = (decision: string) => [
    { gate: 'G-1', role: 'security_grc', signatory: 'sam', decision },
  ];
  const far = gate({ review_date: '2026-12-01' });
  expect(factsOf('E8', [far], { signOffs: signOffs('rejected') })).toEqual({
    role: 'security_grc',
  });
  expect(escalated('E8', [far], { signOffs: signOffs('pending') })).toEqual([]);
});

test('E9: scope that no change request covers grew by more than five percent', () => {
  expect(escalated('E9', [], { unroutedScopePercent: 5.1 })).toEqual([
    'unrouted program L3 change_authority,executive_sponsor',
  ]);
  expect(factsOf('E9', [], { unroutedScopePercent: 7 })).toEqual({ percent: 7 });
  expect(escalated('E9', [], { unroutedScopePercent: 5 })).toEqual([]);
  expect(escalated('E9', [])).toEqual([]);
});

test('E10: cost beyond the tolerance, in either direction', () => {
  expect(escalated('E10', [], { costVariancePercent: 5.1 })).toEqual([
    'beyond-tolerance program L3 executive_sponsor,finance',
  ]);
  expect(factsOf('E10', [], { costVariancePercent: -6 })).toEqual({ percent: -6, limit: 5 });
  expect(escalated('E10', [], { costVariancePercent: 5 })).toEqual([]);
  expect(escalated('E10', [], { costVariancePercent: -5 })).toEqual([]);
  const charter = { budget: { tolerance_pct: 8 } };
  expect(escalated('E10', [], { costVariancePercent: 8, charter })).toEqual([]);
  expect(factsOf('E10', [], { costVariancePercent: 9, charter })?.limit).toBe(8);
  expect(escalated('E10', [])).toEqual([]);
});

const team = (more = {}) => ({ id: 'TM-1', ...more });

test('E11: a critical role is vacant 20 working days before it is needed', () => {
  const vacant = (needed_from: string, person = 'vacant') =>
    team({ critical_roles: [{ role: 'dba', person, needed_from }] });
  expect(escalated('E11', [vacant('2026-04-07')])).toEqual(['vacant TM-1 L2 functional_director']);
  expect(factsOf('E11', [vacant('2026-04-07')])).toEqual({
    role: 'dba',
    needed_from: '2026-04-07',
    days: 20,
  });
  expect(escalated('E11', [vacant('2026-04-08')])).toEqual([]);
  expect(escalated('E11', [vacant('2026-03-12', 'ana')])).toEqual([]);
  expect(escalated('E11', [{ ...vacant('2026-03-12'), status: 'inactive' }])).toEqual([]);
  expect(escalated('E11', [{ ...vacant('2026-03-12'), status: 'void' }])).toEqual([]);
});

test('E11: a team is allocated beyond 110 percent on some day to come', () => {
  const share = (pct: number, from: string, to: string) => ({ workstream: 'WS-1', pct, from, to });
  const loaded = (second: number, from = '2026-05-01') =>
    team({
      allocations: [share(60, '2026-01-01', '2026-06-30'), share(second, from, '2026-07-31')],
    });
  expect(escalated('E11', [loaded(51)])).toEqual(['overloaded TM-1 L2 functional_director']);
  expect(factsOf('E11', [loaded(51)])).toEqual({ percent: 111 });
  expect(escalated('E11', [loaded(50)])).toEqual([]);
  expect(factsOf('E11', [loaded(51, '2026-06-30')])).toEqual({ percent: 111 });
  expect(escalated('E11', [loaded(51, '2026-07-01')])).toEqual([]);
  expect(factsOf('E11', [loaded(51, '2026-02-01')])).toEqual({ percent: 111 });
  const over = team({
    allocations: [share(90, '2026-01-01', '2026-03-09'), share(90, '2026-02-01', '2026-12-31')],
  });
  expect(escalated('E11', [over])).toEqual([]);
});

test('E12: every violation of a freeze goes to the change advisory board', () => {
  const freezeViolations = [{ subject: 'REL-1', at: '2026-03-09T10:00:00Z' }];
  expect(escalated('E12', [], { freezeViolations })).toEqual([
    'violated REL-1 cab cab,sre_ops_lead',
  ]);
  expect(factsOf('E12', [], { freezeViolations })).toEqual({ at: '2026-03-09T10:00:00Z' });
  expect(escalated('E12', [])).toEqual([]);
});

test('E13: an escalation nobody acknowledged for more than two working days goes one level up', () => {
  const raised = (level: string | undefined, more = {}) => [
    { id: 'ESC-1', raised_on: '2026-03-05', level, ...more },
  ];
  expect(escalated('E13', raised('L1'))).toEqual(['unanswered ESC-1 L2 pm_director']);
  expect(escalated('E13', raised(undefined))).toEqual(['unanswered ESC-1 L2 pm_director']);
  expect(escalated('E13', raised('L2'))).toEqual(['unanswered ESC-1 L3 executive_sponsor']);
  expect(escalated('E13', raised('L3'))).toEqual(['unanswered ESC-1 L4 steering_member']);
  expect(escalated('E13', raised('L4'))).toEqual(['unanswered ESC-1 L4 steering_member']);
  expect(escalated('E13', raised('cab'))).toEqual(['unanswered ESC-1 L3 executive_sponsor']);
  expect(factsOf('E13', raised('L1'))).toEqual({ days: 3 });
  expect(escalated('E13', raised('L1', { raised_on: '2026-03-06' }))).toEqual([]);
  expect(escalated('E13', raised('L1', { status: 'acknowledged' }))).toEqual([]);
  expect(escalated('E13', raised('L1', { status: 're_escalated' }))).toHaveLength(1);
});
