import { expect, test } from 'vitest';
import { plainLabel, plainMessage } from './plain-text.ts';

test('an icon name in a title stays text', () => {
  expect(plainLabel('Fire $(flame) now')).toBe('Fire \\$(flame) now');
});

test('a link in a title stays text', () => {
  expect(plainMessage('[x](command:workbench.action.quit)')).toBe(
    '[x] (command:workbench.action.quit)',
  );
});
