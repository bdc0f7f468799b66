import { expect, test } from 'vitest';
import { aProgram } from '../context/a-program.ts';
import { heldRole, holdersOf } from './roles.ts';

const program = (profile: string) =>
  aProgram([], {
    charter: { profile, sponsor: 'maria', timezone: 'Europe/Berlin' },
    people: [
      { id: 'ivy', name: 'Ivy', github: 'ivyc', roles: [{ role: 'qa_lead', scope: 'WS-1' }] },
    ],
    roles: [
      { role: 'sre_ops_lead', person: '@ivyc', from: '2026-02-01', to: '2026-03-31' },
      { role: 'sre_ops_lead', person: 'tom', to: '2026-03-10', delegate_of: 'ivy' },
      { role: 'sre_ops_lead', person: 'sam', delegate_of: 'ivy' },
      { role: 'sre_ops_lead', person: 'kim', to: '2026-12-31', delegate_of: 'tom' },
    ],
  });

test('a role is held from the first to the last day, in the zone of the program', () => {
  const lite = program('lite');
  expect(heldRole(lite, 'ivy', 'sre_ops_lead', 'program', '2026-01-31')).toBe(false);
  expect(heldRole(lite, 'ivy', 'sre_ops_lead', 'program', '2026-01-31T23:30:00Z')).toBe(true);
  expect(heldRole(lite, 'ivy', 'sre_ops_lead', 'WS-7', '2026-03-31')).toBe(true);
  expect(heldRole(lite, 'ivy', 'sre_ops_lead', 'program', '2026-04-01')).toBe(false);
});

test('a delegate counts until the end, never without one, and never as a delegate of a delegate', () => {
  expect(holdersOf(program('lite'), 'sre_ops_lead', 'program', '2026-03-10')).toEqual([
    'ivy',
    'tom',
  ]);
  expect(holdersOf(program('lite'), 'sre_ops_lead', 'program', '2026-03-11')).toEqual(['ivy']);
});

test('roles in the people file and the charter count in lite only', () => {
  for (const [profile, counts] of [
    ['lite', true],
    ['standard', false],
    ['regulated', false],
  ] as const) {
    expect(heldRole(program(profile), '@IVYC', 'qa_lead', 'WS-1', '2026-03-10')).toBe(counts);
    expect(heldRole(program(profile), 'maria', 'executive_sponsor', 'WS-1', '2026-03-10')).toBe(
      counts,
    );
  }
});

test('a holding for one workstream does not cover the program', () => {
  expect(heldRole(program('lite'), 'ivy', 'qa_lead', 'program', '2026-03-10')).toBe(false);
  expect(heldRole(program('lite'), 'ivy', 'qa_lead', 'WS-2', '2026-03-10')).toBe(false);
});
