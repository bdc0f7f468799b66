import type { ConnectionCheck } from '@milepost/store/check-connection';
import { expect, test } from 'vitest';
import { refuseHttp, sayCheck } from './say-check.ts';

const url = 'https://github.com/acme/program';
const refused: ConnectionCheck = {
  repository: { state: 'failed', failure: { code: 'unauthorized', url, detail: '401' } },
  folder: { state: 'not-checked' },
  write: { state: 'not-checked' },
};

test('a host that answers 401 without a token shows no such repository to strangers', () => {
  const { title, text, usable } = sayCheck(refused, false);
  expect(title).toBe('The repository was not found.');
  expect(text).toContain('add a token');
  expect(usable).toBe(false);
});

test('a host that answers 401 to a token refuses the token', () => {
  expect(sayCheck(refused, true).title).toBe('The token was refused.');
});

test('an address without encryption is refused, not called offline', () => {
  expect(refuseHttp()).toMatchObject({ level: 'critical', usable: false });
  expect(refuseHttp().text).toContain('https');
});
