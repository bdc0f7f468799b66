import { expect, test } from 'vitest';
import { aProgram, type ProgramParts } from '../schedule/a-program.ts';
import { TUESDAY } from './a-signal.ts';
import { rankFor } from './rank.ts';
import type { Signal } from './signal.ts';

const signal = (subject: string, more: Partial<Signal> = {}): Signal => ({
  ...{ rule: 'S-01', code: 'x', severity: 'warn', subjects: [subject], facts: {} },
  dedupeKey: subject,
  ...more,
});
const records = [
  { id: 'WS-1', lead: 'lea', deputy: 'dev' },
  { id: 'M-1', owner: 'tom', workstream: 'WS-1' },
  { id: 'D-1', owner: 'ona', provider: { owner: 'vera' }, consumer: { owner: 'carl' } },
  { id: 'DEC-1', owner: 'odo', approver: 'abe', driver: 'dot' },
  { id: 'G-1', owner: 'gus', decider: 'deb' },
  { id: 'R-1', owner: 'ray', response: { strategy: 'mitigate', action_owner: 'act' } },
  { id: 'I-1', owner: 'ivy', approver: 'abe' },
];
const people = [{ id: 'lea', name: 'Lea', github: 'lea-x' }];
const heads = (signals: readonly Signal[], person: string, parts: ProgramParts = {}) =>
  rankFor(aProgram(records, { people, ...parts }), signals, person, TUESDAY).map(
    ({ subjects }) => subjects[0],
  );

test('a signal is near to everybody its record names for acting', () => {
  const all = ['M-1', 'D-1', 'DEC-1', 'G-1', 'R-1', 'I-1'].map((id) => signal(id));
  const near = (...persons: string[]) => persons.map((person) => heads(all, person).join(' '));
  expect(near('tom', 'ona', 'vera', 'carl')).toEqual(['M-1', 'D-1', 'D-1', 'D-1']);
  expect(near('odo', 'abe', 'dot')).toEqual(['DEC-1', 'DEC-1', 'DEC-1']);
  expect(near('gus', 'deb', 'ray', 'act', 'ivy')).toEqual(['G-1', 'G-1', 'R-1', 'R-1', 'I-1']);
  expect(near('zoe')).toEqual(['']);
});

test('a signal about a person is near to that person', () => {
  expect(heads([signal('zoe')], 'zoe')).toEqual(['zoe']);
});

test('lead and deputy see their workstream, under any of their names', () => {
  expect(heads([signal('M-1'), signal('R-1')], 'lea')).toEqual(['M-1']);
  expect(heads([signal('M-1')], 'dev')).toEqual(['M-1']);
  expect(heads([signal('M-1')], '@Lea-X')).toEqual(['M-1']);
});

test('leaders of the program see everything, what is nearer first', () => {
  for (const role of ['program_manager', 'executive_sponsor', 'pm_director']) {
    const roles = [{ role, person: 'tom' }];
    const far = signal('R-1', { since: '2026-01-01' });
    expect(heads([far, signal('M-1')], 'tom', { roles })).toEqual(['M-1', 'R-1']);
  }
  expect(heads([signal('R-1')], 'tom', { roles: [{ role: 'finance', person: 'tom' }] })).toEqual(
    [],
  );
});

test('worst first, then nearest, then oldest; snoozed ones are left out', () => {
  const own = (id: string, more: Partial<Signal>) => signal('M-1', { dedupeKey: id, ...more });
  const ranked = rankFor(
    aProgram(records),
    [
      own('new', {}),
      own('old', { since: '2026-02-01' }),
      own('bad', { severity: 'critical' }),
      own('snoozed', { severity: 'critical', snoozedUntil: '2026-04-01' }),
    ],
    'tom',
    TUESDAY,
  );
  expect(ranked.map(({ dedupeKey }) => dedupeKey)).toEqual(['bad', 'old', 'new']);
});
