import { expect, test } from 'vitest';
import { demanded, regulated, type Side, TODAY } from './a-change.ts';
import { coversOf } from './covers-of.ts';
import type { GivenApproval } from './judge-approvals.ts';
import { requiredApprovals } from './required-approvals.ts';

const milestone = (more = {}) => ({
  id: 'M-1',
  workstream: 'WS-1',
  external_commitment: true,
  committed_date: '2026-06-12',
  ...more,
});
const roles = [
  { role: 'executive_sponsor', person: 'maria' },
  { role: 'executive_sponsor', person: 'ann' },
  { role: 'program_manager', person: 'sam' },
];
const side = (more = {}, parts: Side = {}): Side => ({
  roles,
  records: [milestone(more)],
  ...parts,
});
const later = { committed_date: '2026-06-19' };
const review: GivenApproval = {
  by: 'maria',
  at: TODAY,
  decision: 'approved',
  level: 'L2',
  covers: 'head',
};

test('a requirement says which rule, what changed, who could approve and what to cover', () => {
  const [only, ...rest] = demanded(side(), side(later));
  expect(rest).toEqual([]);
  expect(only).toEqual({
    rule: 'DR-06',
    id: 'M-1',
    file: 'milestones/M-1.yaml',
    line: 1,
    column: 1,
    fields: ['committed_date'],
    roles: ['executive_sponsor'],
    person: undefined,
    scope: 'program',
    count: 1,
    state: 'missing',
    approvals: [],
    minEvidence: 'L2',
    covers: coversOf(milestone({ ...later, status: 'planned' }), 'DR-06'),
    whoCan: ['maria'],
  });
});

test('it points at the line of the field that changed', () => {
  const after = regulated(side(later));
  const text = 'id: M-1\ntitle: Launch\ncommitted_date: 2026-06-19\n';
  const path = 'milestones/M-1.yaml';
  const head = { ...after, files: new Map([[path, { path, text }]]) };
  const before = regulated(side());
  const given = { before, after: head, policyAtBase: before, author: 'ann', approvals: [] };
  const [only] = requiredApprovals({ ...given, asOf: TODAY });
  expect(only).toMatchObject({ line: 3, file: path });
});

test('a live review settles it, and one written into the record is only a word', () => {
  expect(demanded(side(), side(later), { approvals: [review] })[0]?.state).toBe('satisfied');
  const digest = demanded(side(), side(later))[0]?.covers;
  const written = { action: 'DR-06', role: 'executive_sponsor', by: 'maria', at: TODAY };
  const approvals = [{ ...written, decision: 'approved', covers: digest }];
  const [only] = demanded(side(), side({ ...later, approvals }));
  expect(only?.state).toBe('evidence_too_low');
  expect(only?.approvals).toMatchObject([{ by: 'maria', level: 'L0', record: 'M-1' }]);
});

test('roles count as of the base: a change cannot bring its own approver', () => {
  const after = side(later, { roles: [...roles, { role: 'executive_sponsor', person: 'eve' }] });
  const given = { approvals: [{ ...review, by: 'eve' }] };
  const [first] = demanded(side(), after, given).filter(({ rule }) => rule === 'DR-06');
  expect(first).toMatchObject({ state: 'missing', whoCan: ['maria'] });
});

test('who is barred or wrote the change is not among those who can', () => {
  const risk = { id: 'R-1', status: 'open', owner: 'maria' };
  const holders = [...roles, { role: 'executive_sponsor', person: 'sam' }];
  const program = (status: string): Side => ({ roles: holders, records: [{ ...risk, status }] });
  expect(demanded(program('open'), program('accepted'))[0]?.whoCan).toEqual([]);
  const someone = demanded(program('open'), program('accepted'), { author: 'tom' });
  expect(someone[0]?.whoCan).toEqual(['ann']);
});

test('a person whom a field names is asked by name', () => {
  const need = (status: string): Side => ({
    records: [
      { id: 'D-1', status, provider: { owner: 'vera' }, consumer: { owner: 'carl' } } as {
        id: string;
      },
    ],
  });
  const found = demanded(need('requested'), need('committed'), { author: 'vera' });
  expect(found.map(({ person, state }) => [person, state])).toEqual([
    ['vera', 'satisfied'],
    ['carl', 'missing'],
  ]);
  expect(found.map(({ whoCan }) => whoCan)).toEqual([['vera'], ['carl']]);
});

test('nothing is asked in the lite profile, and nothing for what did not change', () => {
  const lite = { charter: { profile: 'lite' } };
  expect(demanded(side({}, lite), side(later, lite))).toEqual([]);
  expect(demanded(side(), side())).toEqual([]);
});

test('a change that the base does not know and one that is gone are changes', () => {
  const escalation = { records: [{ id: 'ESC-1', ask: 'decide' }] };
  expect(demanded({}, escalation).map(({ id }) => id)).toEqual(['ESC-1']);
  expect(demanded(escalation, {}).map(({ id }) => id)).toEqual(['ESC-1']);
});
