import { describe, expect, test } from 'vitest';
import { type Answers, answer } from './answer.ts';

const OWN = 'chrome-extension://own/';
const answers: Answers = {
  ownId: 'own',
  ownOrigin: OWN,
  toPage: async (message) => `page ${message.type}`,
  toOwnPage: async (message) => `own ${message.type}`,
};
const PULL = 'https://github.com/acme/pay/pull/7';
const page = { host: 'github.com', repo: 'acme/pay', number: 7 };
const ask = (raw: unknown, url: string, id = 'own') =>
  answer(raw, { id, url, tab: { url } }, answers);

describe('the door of the background', () => {
  test('answers a content script about its own pull request, on any of its tabs', async () => {
    const told = await ask({ type: 'badges', page }, `${PULL}/changes`);
    expect(told).toEqual({ ok: true, value: 'page badges' });
  });

  test.each([
    ['another pull request', { type: 'badges', page: { ...page, number: 8 } }, PULL],
    ['another repository', { type: 'badges', page: { ...page, repo: 'acme/other' } }, PULL],
    ['another host', { type: 'badges', page: { ...page, host: 'gitlab.com' } }, PULL],
    ['the programs', { type: 'programs' }, PULL],
    [
      'a connection',
      { type: 'connect', address: { url: 'https://x', branch: 'b', folder: '' } },
      PULL,
    ],
    ['a sign-off', { type: 'sign-off', page, gate: 'G-2' }, PULL],
    ['more than the schema knows', { type: 'badges', page, token: 'please' }, PULL],
    [
      'a Jira issue other than its own',
      { type: 'badges', page: { host: 'acme.atlassian.net', key: 'PAY-1' } },
      'https://acme.atlassian.net/browse/PAY-2',
    ],
    [
      'anything from Confluence',
      { type: 'badges', page: { host: 'acme.atlassian.net', key: 'PAY-1' } },
      'https://acme.atlassian.net/wiki/browse/PAY-1',
    ],
    [
      'anything from a host we do not serve',
      { type: 'badges', page },
      'https://github.com.evil.test/acme/pay/pull/7',
    ],
    ['anything over http', { type: 'badges', page }, 'http://github.com/acme/pay/pull/7'],
  ])('refuses a content script that asks for %s', async (_what, raw, url) => {
    expect((await ask(raw, url)).ok).toBe(false);
  });

  test('knows the page a tab went to by itself, though the document was loaded elsewhere', async () => {
    const sender = { id: 'own', url: 'https://github.com/acme/pay', tab: { url: PULL } };
    expect((await answer({ type: 'badges', page }, sender, answers)).ok).toBe(true);
  });
});

describe('whoever is no page of GitHub or Jira', () => {
  test('is refused when it is another extension', async () => {
    expect((await ask({ type: 'programs' }, `${OWN}options.html`, 'other')).ok).toBe(false);
  });

  test('lets an extension page see the programs, and nothing that is a content script’s', async () => {
    expect(await ask({ type: 'programs' }, `${OWN}options.html`)).toEqual({
      ok: true,
      value: 'own programs',
    });
    expect((await ask({ type: 'badges', page }, `${OWN}options.html`)).ok).toBe(false);
  });
});
