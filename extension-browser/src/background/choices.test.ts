import { readProgram } from '@milepost/shared/program/read-program';
import { expect, test } from 'vitest';
import { choicesOf } from './choices.ts';

const file = (path: string, data: object) => ({ path, text: JSON.stringify(data) });
const program = readProgram([
  file('program.yaml', { format: 'milepost/1', name: 'Pay', key: 'pay' }),
  file('milestones/M-1.yaml', {
    id: 'M-1',
    title: 'Acquire a rival',
    classification: 'restricted',
  }),
  file('milestones/M-2.yaml', { id: 'M-2', title: 'Payments live' }),
]);
const config = {
  key: 'k',
  name: 'Pay',
  url: 'https://github.com/acme/p',
  branch: 'main',
  folder: '',
};
const author = { name: 'Tom', email: 'tom@acme.example' };

test('a form drawn into a page offers and prefills no record classified above internal', () => {
  const record = program.records.get('M-1');
  if (!record) throw new Error('M-1 was not read');
  const match = { record, reasons: [{ rule: 'mention' as const, value: 'M-1' }] };
  const choices = choicesOf(program, [match], { ...config, author }, '2026-03-10');
  expect(choices.milestones.map(({ id }) => id)).toEqual(['M-2']);
  expect(choices.milestone).toBeUndefined();
  expect(JSON.stringify(choices)).not.toContain('rival');
});
