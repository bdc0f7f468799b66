import { expect, test } from 'vitest';
import { fileUrl } from './file-url.ts';

const at = { url: 'https://github.com/acme/program.git', branch: 'main', folder: 'program' };

test('a line of a file has its page on a host we know', () => {
  expect(fileUrl(at, 'risks/R-1.yaml', 3)).toBe(
    'https://github.com/acme/program/blob/main/program/risks/R-1.yaml#L3',
  );
});

test('a path cannot leave the repository or add a fragment of its own', () => {
  expect(fileUrl({ ...at, folder: '' }, 'risks/a b#?.yaml')).toBe(
    'https://github.com/acme/program/blob/main/risks/a%20b%23%3F.yaml',
  );
});

test.each(['https://git.acme.example/p.git', 'http://github.com/acme/p', 'no address'])(
  'no page is guessed for %s',
  (url) => expect(fileUrl({ ...at, url }, 'risks/R-1.yaml')).toBeUndefined(),
);
