import { expect, test } from 'vitest';
import { digestOf } from '../readiness/digest.ts';
import { aProgram } from '../schedule/a-program.ts';
import { controlledBy } from './controlled-by.ts';
import { isControlledField, watchedFields } from './controlled-fields.ts';
import { coversOf } from './covers-of.ts';
import { listChanges } from './list-changes.ts';
import { samePerson } from './role-holders.ts';

test('a field, its parent and its child are controlled, its neighbours are not', () => {
  expect(isControlledField('milestone', 'committed_date')).toBe(true);
  expect(isControlledField('milestone', 'forecast_date')).toBe(false);
  expect(isControlledField('criterion', 'measure')).toBe(true);
  expect(isControlledField('criterion', 'measure.target')).toBe(true);
  expect(isControlledField('criterion', 'measure.actual')).toBe(false);
  expect(isControlledField('charter', 'scope.baseline.size')).toBe(true);
  expect(isControlledField('charter', 'scope.in')).toBe(false);
  expect(isControlledField('survey', 'period')).toBe(false);
});

test('each watched field is named once', () => {
  expect(watchedFields('gate')).toEqual(['pass_threshold_pct', 'required_signoffs', 'decision']);
  expect(watchedFields('milestone')).toEqual([
    ...['predecessors', 'start_date', 'committed_date', 'external_commitment', 'status'],
  ]);
});

test('a digest covers the fields of the rule as they are after the change, absent ones left out', () => {
  const data = { committed_date: '2026-06-12', status: 'committed', owner: 'tom' };
  const covered = digestOf({ committed_date: '2026-06-12', status: 'committed' });
  expect(coversOf(data, 'DR-06')).toBe(covered);
  expect(coversOf({ ...data, owner: 'eva' }, 'DR-06')).toBe(covered);
  expect(coversOf({ ...data, status: 'deferred' }, 'DR-06')).not.toBe(covered);
  expect(coversOf(data, 'DR-99')).toBe(digestOf({}));
  const own = { id: 'X', on: [{ record: 'milestone', fields: ['owner'] }], require: [] } as const;
  expect(coversOf(data, own)).toBe(digestOf({ owner: 'tom' }));
});

test('changes come settings first, then records, then sign-offs, with the workstream that answers', () => {
  const signOff = (decision: string) => [
    { gate: 'G-1', role: 'qa_lead', signatory: 'quin', decision },
  ];
  const side = (title: string, decision: string) =>
    aProgram(
      [
        { id: 'M-1', title, workstream: 'WS-2' },
        { id: 'G-1', workstream: 'WS-1' },
      ],
      {
        signOffs: signOff(decision),
        charter: { name: title },
        people: [{ id: 'ana', name: title }],
      },
    );
  const changes = listChanges(side('One', 'pending'), side('Two', 'approved'));
  expect(
    changes.map(({ subject, id, path, workstream }) => [subject, id, path, workstream]),
  ).toEqual([
    ['charter', 'program.yaml', 'program.yaml', 'program'],
    ['people', 'people.yaml', 'people.yaml', 'program'],
    ['milestone', 'M-1', 'milestones/M-1.yaml', 'WS-2'],
    ['sign_off', 'G-1/qa_lead', 'gates/G-1/signoffs/qa_lead.yaml', 'WS-1'],
  ]);
  expect(listChanges(side('One', 'pending'), side('One', 'pending'))).toEqual([]);
});

test('the rules a change falls under come sorted, each once; lite has none', () => {
  const team = (pct: number) => ({
    id: 'TM-1',
    allocations: [{ workstream: 'WS-1', pct, from: '2026-01-01', to: '2026-12-31' }],
  });
  const side = (profile: string, pct: number) =>
    aProgram([team(pct), { ...team(pct), id: 'TM-2' }, { id: 'ESC-1', ask: `give ${pct}` }], {
      charter: { profile },
    });
  const heard = (profile: string) =>
    controlledBy(side(profile, 0), side(profile, 50), '2026-03-10');
  expect(heard('regulated')).toEqual(['DR-04', 'DR-10']);
  expect(heard('lite')).toEqual([]);
});

test('an id, a login and an address are the same person', () => {
  const people = [{ id: 'ana', name: 'Ana', github: 'ana-x', email: 'ana@acme.example' }];
  const program = aProgram([], { people });
  expect(samePerson(program, 'ana', '@Ana-X')).toBe(true);
  expect(samePerson(program, '@ana-x', 'ana@acme.example')).toBe(true);
  expect(samePerson(program, 'ana', 'bob')).toBe(false);
  expect(samePerson(program, undefined, undefined)).toBe(false);
  expect(samePerson(program, 'ana', undefined)).toBe(false);
});
