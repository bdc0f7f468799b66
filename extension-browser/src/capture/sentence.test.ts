import { expect, test } from 'vitest';
import type { DependencyForm } from '../messages/message.ts';
import { sayDependency } from './sentence.ts';

const choices = {
  teams: [
    { id: 'TM-1', name: 'Gateway', vendor: false },
    { id: 'TM-2', name: 'Northgate', vendor: true },
  ],
};
const say = (form: DependencyForm) =>
  sayDependency(form, choices, 'PAY-231')
    .map((part) => part.text)
    .join(' ');
const full: DependencyForm = {
  side: 'needs',
  title: 'Vendor sandbox with 20 test merchants',
  ownTeam: 'TM-1',
  otherTeam: 'TM-2',
  needBy: '2026-04-13',
};

test('reads as one sentence, with the date in words', () => {
  expect(say(full)).toBe(
    'Gateway needs vendor sandbox with 20 test merchants from Northgate by 13 Apr',
  );
});

test('turns round when this issue provides', () => {
  expect(say({ ...full, side: 'provides' })).toBe(
    'Northgate needs vendor sandbox with 20 test merchants from Gateway by 13 Apr',
  );
});

test('asks for what is not said yet', () => {
  expect(say({ side: 'needs', title: ' ' })).toBe('PAY-231 needs what? from whom?');
});

test('leaves an abbreviation as it was typed', () => {
  expect(say({ ...full, title: 'API key' })).toContain('needs API key from');
});
