import { describe, expect, test } from 'vitest';
import { keepAddress } from './keep-address.ts';

const URL = 'https://github.com/acme/program.git';
const keep = (url: string, token?: string) => keepAddress({ url, branch: 'main' }, token);

describe('an address as it is kept', () => {
  test('has no password: that is the token', () => {
    expect(keep('https://sam:ghp_x@github.com/acme/program.git')).toEqual({
      place: { url: URL, branch: 'main' },
      token: 'ghp_x',
      user: 'sam',
    });
  });

  test('does not put its password before a token of its own field', () => {
    expect(keep('https://sam:old@github.com/acme/program.git', 'new').token).toBe('new');
  });

  test('takes a token that stands in place of the user name', () => {
    expect(keep('https://ghp_x@github.com/acme/program.git')).toEqual({
      place: { url: URL, branch: 'main' },
      token: 'ghp_x',
    });
  });

  test('stays as it is without credentials, but for spaces, slashes and a query', () => {
    expect(keep(' https://github.com/acme/program/?tab=readme ')).toEqual({
      place: { url: 'https://github.com/acme/program', branch: 'main' },
    });
  });
});
