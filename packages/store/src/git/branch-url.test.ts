import { expect, test } from 'vitest';
import { branchUrl } from './branch-url.ts';
import { commitUrl } from './commit-url.ts';

test('pages of known hosts are named, without credentials and with every letter escaped', () => {
  expect(branchUrl('https://github.com/acme/pay.git', 'milepost/ada')).toBe(
    'https://github.com/acme/pay/tree/milepost/ada',
  );
  expect(branchUrl('https://x:secret@gitlab.com/a/b/pay/', 'a#b')).toBe(
    'https://gitlab.com/a/b/pay/-/tree/a%23b',
  );
  expect(branchUrl('https://org@dev.azure.com/org/p/_git/r', 'milepost/ada')).toBe(
    'https://dev.azure.com/org/p/_git/r?version=GBmilepost%2Fada',
  );
  expect(commitUrl('https://x:secret@github.com/acme/pay.git', 'abc')).toBe(
    'https://github.com/acme/pay/commit/abc',
  );
});

test('pages of other hosts are not guessed', () => {
  for (const url of ['https://git.acme.test/p', 'http://github.com/acme/pay', 'ssh', ''])
    expect(branchUrl(url, 'main')).toBeUndefined();
});
