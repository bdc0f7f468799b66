import { expect, test } from 'vitest';
import { readPull } from './pull-event.ts';

test.each([undefined, '', '[', 'null', '{}', '{"pull_request": {"number": "7"}}'])(
  'the event file %j gives a reason and no pull request',
  (text) => {
    expect(readPull('pull_request', text).ok).toBe(false);
  },
);

test('a repository name that would lead elsewhere is no repository', () => {
  const sha = 'a'.repeat(40);
  const side = { sha, ref: 'main', repo: { full_name: 'acme/pay/../../x' } };
  const pull = { number: 1, title: '', html_url: '', user: { login: 'a' }, head: side, base: side };
  expect(readPull('pull_request', JSON.stringify({ pull_request: pull })).ok).toBe(false);
});
