import { expect, test } from 'vitest';
import { aProgram, type ProgramParts } from '../schedule/a-program.ts';
import { assessGate } from './assess-gate.ts';

type Plain = Readonly<Record<string, unknown>>;

const criterion = (number: number, more: Plain = {}) => ({
  ...{ id: `G-1.${number}`, title: `Criterion ${number}`, owner: 'ana', status: 'not_met' },
  ...more,
});
const missing = (criteria: readonly ({ id: string } & Plain)[], gate: Plain = {}, parts = {}) =>
  assessGate(
    aProgram([{ id: 'G-1', owner: 'gus', ...gate }, ...criteria], parts as ProgramParts),
    'G-1',
    '2026-03-10',
  )?.missing;

test('a gate without criteria asks its owner for some', () => {
  expect(missing([])).toEqual([
    { code: 'no-criteria', subject: 'G-1', facts: {}, whoCan: ['gus'] },
  ]);
});

test('an unmet mandatory criterion names its state, its day and its owner', () => {
  const [first] = missing([criterion(1, { due: '2026-04-01' })]) ?? [];
  expect(first).toEqual({
    code: 'criterion-unmet',
    subject: 'G-1.1',
    facts: { title: 'Criterion 1', status: 'not_met', due: '2026-04-01' },
    whoCan: ['ana'],
  });
  const [bare] = missing([criterion(1, { owner: undefined })]) ?? [];
  expect(bare).toMatchObject({ facts: { title: 'Criterion 1', status: 'not_met' }, whoCan: [] });
  expect(bare?.facts).not.toHaveProperty('due');
});

test('below the threshold it counts what is still needed, and asks each owner once', () => {
  const optional = { mandatory: false };
  const criteria = [
    criterion(1, { ...optional, status: 'met' }),
    criterion(2, optional),
    criterion(3, { ...optional, owner: 'bob' }),
    criterion(4, optional),
    criterion(5, { ...optional, status: 'not_applicable', owner: 'eve' }),
  ];
  const gate = { pass_threshold_pct: 75 };
  expect(missing(criteria, gate)).toEqual([
    {
      code: 'below-threshold',
      subject: 'G-1',
      facts: { met: 1, applicable: 4, strict: 25, threshold: 75, needed: 2 },
      whoCan: ['ana', 'bob'],
    },
  ]);
  expect(missing(criteria, { pass_threshold_pct: 25 })).toEqual([]);
});

test('a mandatory sign-off that is missing names who could give it', () => {
  const gate = { required_signoffs: [{ role: 'qa_lead' }, { role: 'finance', mandatory: false }] };
  const roles = [{ role: 'qa_lead', person: 'quin' }];
  expect(missing([criterion(1, { status: 'met' })], gate, { roles })).toEqual([
    {
      code: 'signoff',
      subject: 'qa_lead',
      facts: { state: 'missing', problem: expect.any(String) },
      whoCan: ['quin'],
    },
  ]);
});
