import { expect, test } from 'vitest';
import { escalated, factsOf } from './an-escalation.ts';

const rated = (at: string, probability = 4) => ({
  assessments: [{ at, probability, impact: { cost: 4 } }],
});
const managed = { owner: 'ana', response: { strategy: 'mitigate', due: '2026-12-31' } };
const risk = (more = {}) => ({
  id: 'R-1',
  status: 'open',
  ...managed,
  ...rated('2026-03-09'),
  ...more,
});

test('E5: a risk that became critical today is news, yesterday it was', () => {
  expect(escalated('E5', [risk(rated('2026-03-10'))])).toEqual(['new R-1 L3 executive_sponsor']);
  expect(escalated('E5', [risk(rated('2026-03-09'))])).toEqual([]);
  expect(escalated('E5', [risk(rated('2026-03-10', 3))])).toEqual([]);
  expect(escalated('E5', [risk({ ...rated('2026-03-10'), status: 'treating' })])).toHaveLength(1);
  expect(escalated('E5', [risk({ ...rated('2026-03-10'), status: 'proposed' })])).toEqual([]);
  expect(escalated('E5', [risk({ ...rated('2026-03-10'), kind: 'opportunity' })])).toEqual([]);
});

test('E5: a critical risk that nobody manages for more than five working days', () => {
  const bare = (at: string) => risk({ ...rated(at), owner: undefined });
  expect(escalated('E5', [bare('2026-03-03')])).toEqual([]);
  expect(escalated('E5', [bare('2026-03-02')])).toEqual(['unmanaged R-1 L3 executive_sponsor']);
  expect(factsOf('E5', [bare('2026-03-02')])).toEqual({ days: 6, reason: 'no-owner' });
  const policy = { escalation: { E5: { days: 6 } } };
  expect(escalated('E5', [bare('2026-03-02')], { policy })).toEqual([]);
});

test('E5: an acceptance that runs out within ten working days', () => {
  const accepted = (expires: string, more = {}) =>
    risk({
      status: 'accepted',
      acceptance: {
        by: 'maria',
        at: '2026-01-01',
        authority_role: 'executive_sponsor',
        rationale: 'cheap',
        residual: { probability: 2, impact: 3 },
        expires,
      },
      ...more,
    });
  expect(escalated('E5', [accepted('2026-03-24')])).toEqual(['expiring R-1 L3 executive_sponsor']);
  expect(factsOf('E5', [accepted('2026-03-24')])).toEqual({ expires: '2026-03-24', days: 10 });
  expect(escalated('E5', [accepted('2026-03-25')])).toEqual([]);
  expect(escalated('E5', [accepted('2026-03-24', rated('2026-03-01', 3))])).toEqual([]);
});

const decision = (more = {}) => ({ id: 'DEC-1', status: 'requested', ...more });

test('E6: a decision the day after it was needed, not on the day', () => {
  const needed = (needed_by: string, more = {}) => [decision({ needed_by, ...more })];
  expect(escalated('E6', needed('2026-03-09'))).toEqual([
    'past-needed-by DEC-1 L3 executive_sponsor',
  ]);
  expect(factsOf('E6', needed('2026-03-09'))).toEqual({ needed_by: '2026-03-09' });
  expect(escalated('E6', needed('2026-03-10'))).toEqual([]);
  expect(escalated('E6', needed('2026-03-01', { status: 'decided' }))).toEqual([]);
});

test('E6: older than its class allows: 5, 2 and 10 working days', () => {
  const aged = (requested_on: string, more = {}) => [decision({ requested_on, ...more })];
  expect(escalated('E6', aged('2026-03-03'))).toEqual([]);
  expect(escalated('E6', aged('2026-03-02'))).toEqual(['too-old DEC-1 L3 executive_sponsor']);
  expect(factsOf('E6', aged('2026-03-02'))).toEqual({ days: 6, limit: 5 });
  expect(escalated('E6', aged('2026-03-06', { class: 'urgent' }))).toEqual([]);
  expect(factsOf('E6', aged('2026-03-05', { class: 'urgent' }))).toEqual({ days: 3, limit: 2 });
  expect(escalated('E6', aged('2026-02-24', { class: 'strategic' }))).toEqual([]);
  expect(factsOf('E6', aged('2026-02-23', { class: 'strategic' }))?.limit).toBe(10);
});

const issue = (more = {}) => ({ id: 'I-1', status: 'triaged', severity: 'critical', ...more });

test('E7: critical and without an owner for more than two working days', () => {
  const raised = (day: string, more = {}) => [issue({ raised: day, ...more })];
  expect(escalated('E7', raised('2026-03-06'))).toEqual([]);
  expect(escalated('E7', raised('2026-03-05'))).toEqual(['unowned I-1 L2 functional_director']);
  expect(factsOf('E7', raised('2026-03-05'))).toEqual({ days: 3 });
  expect(escalated('E7', raised('2026-03-05', { owner: 'ana' }))).toEqual([]);
  expect(escalated('E7', raised('2026-03-05', { severity: 'high' }))).toEqual([]);
  expect(escalated('E7', raised('2026-03-05', { status: 'new' }))).toHaveLength(1);
  expect(escalated('E7', raised('2026-03-05', { status: 'resolved' }))).toEqual([]);
});

test('E7: high and more than five working days past its target', () => {
  const target = (target_resolution_date: string, more = {}) => [
    issue({ owner: 'ana', severity: 'high', target_resolution_date, ...more }),
  ];
  expect(escalated('E7', target('2026-03-03'))).toEqual([]);
  expect(escalated('E7', target('2026-03-02'))).toEqual(['past-target I-1 L2 functional_director']);
  expect(factsOf('E7', target('2026-03-02'))).toEqual({ target: '2026-03-02', days: 6 });
  expect(escalated('E7', target('2026-03-02', { severity: 'critical' }))).toHaveLength(1);
  expect(escalated('E7', target('2026-03-02', { severity: 'medium' }))).toEqual([]);
  expect(escalated('E7', target('2026-03-02', { status: 'in_progress' }))).toHaveLength(1);
});
