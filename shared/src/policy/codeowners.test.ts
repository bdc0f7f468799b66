import { expect, test } from 'vitest';
import { aProgram, type ProgramParts } from '../schedule/a-program.ts';
import { renderCodeowners } from './codeowners.ts';

const people = [
  { id: 'dana', name: 'Dana', github: 'dana-x' },
  { id: 'maria', name: 'Maria', github: '@maria' },
  { id: 'sam', name: 'Sam' },
  { id: 'quin', name: 'Quin', github: 'quin' },
];
const roles = [
  { role: 'pm_director', person: 'dana' },
  { role: 'executive_sponsor', person: 'maria' },
  { role: 'security_grc', person: 'sam' },
  { role: 'qa_lead', person: 'quin', to: '2026-03-10' },
];
const gate = { id: 'G-1', required_signoffs: [{ role: 'qa_lead' }, { role: 'security_grc' }] };

const lines = (folder = 'program', asOf = '2026-03-10', parts: ProgramParts = { people, roles }) =>
  renderCodeowners(aProgram([gate], parts), folder, asOf)
    .split('\n')
    .slice(2);

test('policy, roles and each sign-off belong to those who hold the role and have a login', () => {
  expect(lines()).toEqual([
    '/program/policy.yaml @dana-x @maria',
    '/program/roles.yaml @dana-x @maria',
    '/program/gates/*/signoffs/qa_lead.yaml @quin',
    '',
  ]);
});

test('it says that it is generated', () => {
  expect(renderCodeowners(aProgram([]), '', '2026-03-10')).toBe(
    '# Generated from roles.yaml: change that file, not this one.\n' +
      '# The last matching line counts, and one owner of it is enough.\n',
  );
});

test('a role that ended yesterday owns nothing', () => {
  expect(lines('program', '2026-03-11')).toHaveLength(3);
});

test('a folder is anchored, and its spaces are no separators', () => {
  expect(lines('')[0]).toBe('/policy.yaml @dana-x @maria');
  expect(lines('//docs/my plan/')[0]).toBe('/docs/my\\ plan/policy.yaml @dana-x @maria');
});

test('a sign-off nobody required has an owner too', () => {
  const signOffs = [{ gate: 'G-1', role: 'data_lead', signatory: 'quin', decision: 'pending' }];
  const held = [{ role: 'data_lead', person: 'quin' }];
  expect(lines('p', '2026-03-10', { people, roles: held, signOffs })).toEqual([
    '/p/gates/*/signoffs/data_lead.yaml @quin',
    '',
  ]);
});
