import { expect, test } from 'vitest';
import { aProgram, type ProgramParts } from '../schedule/a-program.ts';
import { type GivenApproval, judgeSlot, mayGive, type Slot } from './judge-approvals.ts';

const roles = [
  { role: 'executive_sponsor', person: 'maria' },
  { role: 'executive_sponsor', person: 'bob' },
  { role: 'program_manager', person: 'sam' },
  { role: 'executive_sponsor', person: 'sam' },
  { role: 'finance', person: 'fay', from: '2026-01-01', to: '2026-02-01' },
];
const program = (parts: ProgramParts = { roles }) =>
  aProgram([], { charter: { profile: 'regulated' }, ...parts });

const slot = (more: Partial<Slot> = {}): Slot => ({
  ...{ rule: 'DR-06', id: 'M-1', digest: 'sha256:1', roles: ['executive_sponsor'] },
  ...{ person: undefined, scope: 'program', block: [], owner: undefined, author: 'ann' },
  ...{ independent: false, level: 'L1', count: 1 },
  ...more,
});
const yes = (more: Partial<GivenApproval> = {}): GivenApproval => ({
  ...{ by: 'maria', at: '2026-03-09', decision: 'approved', level: 'L1', covers: 'head' },
  ...more,
});
const state = (given: readonly GivenApproval[], more: Partial<Slot> = {}) =>
  judgeSlot(program(), slot(more), given, '2026-03-10').state;

test('a holder of the role who covers the change with enough evidence is enough', () => {
  expect(state([yes()])).toBe('satisfied');
  expect(state([])).toBe('missing');
  expect(state([yes({ by: 'ann' })])).toBe('missing');
});

test('the role must be held on the day of the approval', () => {
  const finance = { roles: ['finance'] };
  expect(state([yes({ by: 'fay', at: '2026-02-01' })], finance)).toBe('satisfied');
  expect(state([yes({ by: 'fay', at: '2026-02-02' })], finance)).toBe('missing');
});

test('a word that names the rule is judged even from somebody without the role', () => {
  expect(state([yes({ by: 'ann', action: 'DR-06' })], { author: 'tom' })).toBe('invalid');
  expect(state([yes({ by: 'eve', action: 'DR-06' })], { person: 'maria' })).toBe('missing');
});

test('a word about another rule or another record says nothing', () => {
  expect(state([yes({ action: 'DR-05' })])).toBe('missing');
  expect(state([yes({ record: 'M-2' })])).toBe('missing');
  expect(state([yes({ action: 'DR-06', record: 'M-1' })])).toBe('satisfied');
});

test('a digest must be that of the change, alone or by record and rule', () => {
  expect(state([yes({ covers: 'sha256:1' })])).toBe('satisfied');
  expect(state([yes({ covers: 'sha256:0' })])).toBe('stale');
  expect(state([yes({ covers: { 'M-1 DR-06': 'sha256:1' } })])).toBe('satisfied');
  expect(state([yes({ covers: { 'M-2 DR-06': 'sha256:1' } })])).toBe('stale');
  expect(state([yes({ covers: undefined })])).toBe('stale');
});

test('evidence of a lower level is not enough, a higher one is', () => {
  expect(state([yes({ level: 'L0' })])).toBe('evidence_too_low');
  expect(state([yes({ level: 'L1' })], { level: 'L2' })).toBe('evidence_too_low');
  expect(state([yes({ level: 'L3' })], { level: 'L2' })).toBe('satisfied');
});

test('nobody approves a change of their own', () => {
  expect(state([yes()], { author: 'maria' })).toBe('self_approval');
  const people = [{ id: 'maria', name: 'Maria', github: 'mm' }];
  const own = judgeSlot(program({ roles, people }), slot({ author: '@MM' }), [yes()], '2026-03-10');
  expect(own.state).toBe('self_approval');
});

test('where the rule is independent, the author who holds the role has agreed by writing', () => {
  const independent = { independent: true, author: 'maria' };
  expect(state([], independent)).toBe('satisfied');
  expect(state([], { ...independent, count: 2 })).toBe('missing');
  expect(state([yes({ by: 'bob' })], { ...independent, count: 2 })).toBe('satisfied');
  expect(state([], { ...independent, author: 'ann' })).toBe('missing');
  expect(state([], { ...independent, block: ['owner'], owner: 'maria' })).toBe('missing');
});

test('a barred role, and the owner where the owner is barred, do not count', () => {
  expect(state([yes({ by: 'sam' })])).toBe('satisfied');
  expect(state([yes({ by: 'sam' })], { block: ['program_manager'] })).toBe('blocked_role');
  expect(state([yes()], { block: ['owner'], owner: 'maria' })).toBe('blocked_role');
  expect(state([yes()], { block: ['owner'] })).toBe('satisfied');
  expect(state([yes()], { block: ['owner'], owner: 'bob' })).toBe('satisfied');
});

test('two approvals are of two people', () => {
  expect(state([yes(), yes()], { count: 2 })).toBe('missing');
  expect(state([yes(), yes({ by: 'bob' })], { count: 2 })).toBe('satisfied');
});

test('a rejection stands beside any approval', () => {
  const no = yes({ by: 'bob', decision: 'rejected' });
  expect(state([yes(), no])).toBe('invalid');
  expect(state([no])).toBe('invalid');
  expect(state([yes(), yes({ by: 'eve', decision: 'rejected' })])).toBe('satisfied');
});

test('of several words that do not count the nearest to counting is named', () => {
  const low = yes({ level: 'L0' });
  const stale = yes({ by: 'bob', covers: 'sha256:0' });
  const barred = yes({ by: 'sam' });
  const wrong = yes({ by: 'ann', action: 'DR-06' });
  const block = ['program_manager'];
  expect(state([wrong, barred, stale, low], { block, author: 'tom' })).toBe('evidence_too_low');
  expect(state([wrong, barred, stale], { block, author: 'tom' })).toBe('stale');
  expect(state([wrong, barred, yes()], { block, author: 'maria' })).toBe('self_approval');
  expect(state([wrong, barred], { block, author: 'tom' })).toBe('blocked_role');
});

test('the judgement carries the words it rests on', () => {
  const low = yes({ level: 'L0' });
  const judged = (given: readonly GivenApproval[]) =>
    judgeSlot(program(), slot(), given, '2026-03-10').approvals;
  expect(judged([low, yes({ by: 'bob' })])).toEqual([yes({ by: 'bob' })]);
  expect(judged([low, yes({ by: 'eve' })])).toEqual([low]);
});

test('a named person must hold a role where roles are given, and no role where none are', () => {
  const may = (more: Partial<Slot>, by = 'maria') =>
    mayGive(program(), slot(more), by, '2026-03-10');
  expect(may({ person: 'maria' })).toBe(true);
  expect(may({ person: 'maria' }, 'bob')).toBe(false);
  expect(may({ person: 'eve' }, 'eve')).toBe(false);
  expect(may({ person: 'eve', roles: [] }, 'eve')).toBe(true);
  expect(may({ roles: ['finance', 'executive_sponsor'] })).toBe(true);
  expect(may({ roles: [] })).toBe(false);
});

test('a role for one workstream does not reach into another', () => {
  const scoped = program({ roles: [{ role: 'workstream_lead', person: 'lea', scope: 'WS-1' }] });
  const may = (scope: string) =>
    mayGive(scoped, slot({ roles: ['workstream_lead'], scope }), 'lea', '2026-03-10');
  expect([may('WS-1'), may('WS-2'), may('program')]).toEqual([true, false, false]);
});
