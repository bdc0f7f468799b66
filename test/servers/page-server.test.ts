import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPageServer } from './ask-page-server.ts';
import { htmlPage } from './page.ts';
import { type PageServer, startPageServer } from './page-server.ts';

let server: PageServer;
beforeAll(async () => {
  server = await startPageServer({
    git: (request, response) => void response.end(`git ${request.url}`),
  });
});
afterAll(() => server.close());

const ask = (url: string, more = {}) => askPageServer(server.port, url, more);

test("a pull request of ours is shown at its address under GitHub's policy", async () => {
  const page = await ask('https://github.com/acme/pay/pull/52');
  expect(page.status).toBe(200);
  expect(page.body).toContain('PAY-12 Send settlement files');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
});

test('an address that nobody plays is a 404', async () => {
  expect((await ask('https://github.com/acme/pay/pull/999')).status).toBe(404);
  expect((await ask('https://elsewhere.example/')).status).toBe(404);
});

test('a path of a Git repository goes to the Git handler on any host', async () => {
  const refs = await ask('https://git.acme.test/program.git/info/refs?service=git-upload-pack');
  expect(refs.body).toBe('git /program.git/info/refs?service=git-upload-pack');
  const bare = await ask('https://github.com/acme/program/info/refs?service=git-upload-pack');
  expect(bare.body).toBe('git /acme/program.git/info/refs?service=git-upload-pack');
});

test('a Jira issue page names its key, and its API answers with the same summary', async () => {
  const page = await ask('https://acme.atlassian.net/browse/PAY-12');
  expect(page.body).toContain('<title>[PAY-12] Send settlement files through the new gateway');
  const bean = JSON.parse((await ask('https://acme.atlassian.net/rest/api/3/issue/PAY-12')).body);
  expect(bean.fields.summary).toBe('Send settlement files through the new gateway');
});

test('an issue link is made once it names a known type and two known issues', async () => {
  const link = (body: object) =>
    ask('https://acme.atlassian.net/rest/api/3/issueLink', {
      method: 'POST',
      body: JSON.stringify(body),
    });
  const [inwardIssue, outwardIssue] = [{ key: 'PAY-12' }, { key: 'PAY-31' }];
  expect((await link({ type: { name: 'Blocks' }, inwardIssue })).status).toBe(400);
  expect((await link({ type: { name: 'Hinders' }, inwardIssue, outwardIssue })).status).toBe(404);
  expect(server.jira.links).toEqual([]);
  expect((await link({ type: { name: 'Blocks' }, inwardIssue, outwardIssue })).status).toBe(201);
  expect(server.jira.links).toEqual([{ type: 'Blocks', inward: 'PAY-12', outward: 'PAY-31' }]);
});

test('a Jira whose API is down answers 503', async () => {
  server.jira.isUp = false;
  const answer = await ask('https://acme.atlassian.net/rest/api/3/issue/PAY-12');
  server.jira.isUp = true;
  expect(answer.status).toBe(503);
});

test("a page of the test's own comes before all others, and every request is remembered", async () => {
  server.setPage('https://github.com/acme/pay/pull/52', htmlPage('ours'));
  expect((await ask('https://github.com/acme/pay/pull/52')).body).toBe('ours');
  expect(server.seen.at(-1)).toMatchObject({ host: 'github.com', path: '/acme/pay/pull/52' });
});
