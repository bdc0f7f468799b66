import { expect, test } from 'vitest';
import { bareAddress } from './bare-address.ts';

const place = { branch: 'main', folder: 'program' };

test('a token written into the address becomes the token, and the address is bare', () => {
  const url = 'https://sam:ghp_secret@github.com/acme/program.git';
  expect(bareAddress({ url, ...place }, undefined)).toEqual({
    address: { url: 'https://github.com/acme/program.git', ...place },
    token: 'ghp_secret',
  });
});

test('a token typed in its own field wins over one in the address', () => {
  const url = 'https://sam:old@github.com/acme/program';
  expect(bareAddress({ url, ...place }, 'new').token).toBe('new');
});

test('a bare address stays as it is', () => {
  const address = { url: 'https://github.com/acme/program.git', ...place };
  expect(bareAddress(address, undefined)).toEqual({ address, token: undefined });
});
