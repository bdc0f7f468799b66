import { People } from '@milepost/shared/record/people';
import { describe, expect, test } from 'vitest';
import { identify } from './identity.ts';

const people = People.parse({
  people: [
    { id: 'ivy.chan', name: 'Ivy Chan', email: 'ivy@acme.example', github: 'ivyc' },
    { id: 'dan.roe', name: 'Dan Roe', email: 'dan@acme.example', github: '@danroe' },
    { id: 'old.hand', name: 'Old Hand', email: 'old@acme.example', active: false },
  ],
});

describe('who is in front of the editor', () => {
  test('the Git e-mail finds the person, whatever its case', () => {
    const found = identify(people, { email: 'IVY@acme.example' });
    expect(found).toMatchObject({ known: true, how: 'email', person: { id: 'ivy.chan' } });
  });

  test('the GitHub login is used when the e-mail is unknown', () => {
    const found = identify(people, { email: 'ivy@home.example', githubLogin: 'DanRoe' });
    expect(found).toMatchObject({ known: true, how: 'github', person: { id: 'dan.roe' } });
  });

  test('two sources that name two people are said to differ', () => {
    const found = identify(people, { email: 'ivy@acme.example', githubLogin: 'danroe' });
    expect(found).toMatchObject({ differs: { source: 'github', person: 'dan.roe' } });
  });

  test('a setting that names nobody does not fall back to the e-mail', () => {
    expect(identify(people, { setting: 'nobody', email: 'ivy@acme.example' })).toMatchObject({
      known: false,
      code: 'not-in-people',
    });
  });

  test('a person who left is not accepted, and no claim at all is said', () => {
    expect(identify(people, { email: 'old@acme.example' })).toMatchObject({ code: 'not-active' });
    expect(identify(people, {})).toMatchObject({ code: 'no-claim' });
  });
});
