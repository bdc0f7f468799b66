import { expect, test } from 'vitest';
import { foundBy, someFindings } from './a-check.ts';

test('DQ-02: what a record names must exist and be of a type the field may name', () => {
  const risk = (more: object) => [{ id: 'R-1', ...more }];
  expect(foundBy('DQ-02', risk({ affects: ['M-9'] }))).toEqual(['dangling error R-1 affects.0']);
  expect(foundBy('DQ-02', risk({ affects: ['R-1'] }))).toEqual([
    'names-itself error R-1 affects.0',
  ]);
  expect(foundBy('DQ-02', risk({ affects: ['other/M-9'] }))).toEqual([
    'other-program info R-1 affects.0',
  ]);
  const milestone = { id: 'M-1' };
  expect(foundBy('DQ-02', [...risk({ affects: ['M-1'] }), milestone])).toEqual([]);
  const wrong = someFindings('DQ-02', [...risk({ issue: 'M-1' }), milestone]);
  expect(wrong).toMatchObject([
    { code: 'wrong-kind', severity: 'error', facts: { to: 'M-1', kind: 'milestone' } },
  ]);
});

test('DQ-02: a step of a release exists inside its plan', () => {
  const release = {
    id: 'REL-1',
    steps: [
      { id: 'REL-1.1', title: 'Stop' },
      { id: 'REL-1.2', title: 'Go', after: ['REL-1.1'] },
    ],
  };
  expect(foundBy('DQ-02', [release])).toEqual([]);
  const links = (to: string) => [{ id: 'R-1', links: [{ rel: 'affects', to }] }, release];
  expect(foundBy('DQ-02', links('REL-1.2'))).toEqual([]);
  expect(foundBy('DQ-02', links('REL-1.3'))).toHaveLength(1);
});

test('DQ-03: milestones that wait for each other are one finding with all members', () => {
  const chain = (last: object[]) => [
    { id: 'M-1', predecessors: last },
    { id: 'M-2', predecessors: [{ on: 'M-1' }] },
    { id: 'M-3', predecessors: [{ on: 'M-2' }] },
  ];
  expect(someFindings('DQ-03', chain([{ on: 'M-3' }]))).toMatchObject([
    { code: 'plan-cycle', severity: 'error', id: 'M-1', facts: { members: ['M-1', 'M-2', 'M-3'] } },
  ]);
  expect(foundBy('DQ-03', chain([]))).toEqual([]);
});

test('DQ-03: an agreed dependency closes a circle, a settled one does not', () => {
  const circle = (status: string) => [
    { id: 'M-1', predecessors: [{ on: 'M-2' }] },
    { id: 'M-2' },
    { id: 'D-1', status, provider: { milestone: 'M-1' }, consumer: { milestone: 'M-2' } },
  ];
  for (const status of ['requested', 'negotiating', 'committed', 'in_progress', 'delivered']) {
    expect(foundBy('DQ-03', circle(status))).toHaveLength(1);
  }
  for (const status of ['identified', 'accepted', 'declined', 'cancelled']) {
    expect(foundBy('DQ-03', circle(status))).toEqual([]);
  }
});

test('DQ-03: steps of a runbook do not wait for themselves', () => {
  const release = (after: string[]) => ({
    id: 'REL-1',
    steps: [
      { id: 'REL-1.1', title: 'Stop', after },
      { id: 'REL-1.2', title: 'Go', after: ['REL-1.1'] },
    ],
  });
  expect(foundBy('DQ-03', [release(['REL-1.2'])])).toEqual([
    'step-cycle error REL-1 steps.0.after',
  ]);
  expect(foundBy('DQ-03', [release([])])).toEqual([]);
});

test('DQ-13: one external item is tracked by one record', () => {
  const tracks = (id: string, key: string, more = {}) => ({
    id,
    ...more,
    external: [{ system: 'jira', key, role: 'tracks' }],
  });
  const found = someFindings('DQ-13', [tracks('R-2', 'pay-12'), tracks('R-1', 'PAY-12')]);
  expect(found).toMatchObject([
    { code: 'tracked-twice', severity: 'warn', id: 'R-2', facts: { key: 'pay-12', other: 'R-1' } },
  ]);
  expect(foundBy('DQ-13', [tracks('R-1', 'PAY-12'), tracks('R-2', 'PAY-13')])).toEqual([]);
  expect(
    foundBy('DQ-13', [tracks('R-1', 'PAY-12'), tracks('R-2', 'PAY-12', { status: 'void' })]),
  ).toEqual([]);
  const discusses = { id: 'R-2', external: [{ system: 'jira', key: 'PAY-12', role: 'discusses' }] };
  expect(foundBy('DQ-13', [tracks('R-1', 'PAY-12'), discusses])).toEqual([]);
});

test('DQ-18: a public record names no confidential one', () => {
  const named = (from: string, to: string) =>
    foundBy('DQ-18', [
      { id: 'R-1', classification: from, affects: ['M-1'] },
      { id: 'M-1', classification: to },
    ]);
  expect(named('public', 'confidential')).toEqual(['secret-named warn R-1 affects.0']);
  expect(named('public', 'restricted')).toHaveLength(1);
  expect(named('public', 'internal')).toEqual([]);
  expect(named('internal', 'restricted')).toEqual([]);
});
