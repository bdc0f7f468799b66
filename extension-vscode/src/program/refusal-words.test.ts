import { expect, test } from 'vitest';
import { sayNotWritten, sayRefusal } from './refusal-words.ts';
import { theExample } from './the-example.ts';

const facts = theExample();

test('a refusal names the people who can, by name, and counts the rest', () => {
  const whoCan = ['ivy.chan', 'dan.roe', 'li.wei', 'jo.park', 'eva.lind', 'noor.aziz'];
  const said = sayRefusal(
    { code: 'role-not-held', facts: { role: 'security_grc', by: 'tom.berg' }, whoCan },
    facts,
  );
  expect(said).toMatch(/Who can: Ivy Chan, Dan Roe, Li Wei, Jo Park and 2 more\.$/);
});

test('what was not written says the file and the next step', () => {
  expect(sayNotWritten({ code: 'unsaved', path: 'risks/R-1.yaml' })).toBe(
    'risks/R-1.yaml has unsaved changes in an editor. Save or revert it first.',
  );
});
