import { githubHost } from '@milepost/store/drivers/github';
import type { GitHost } from '@milepost/store/git-host';
import { githubReviews } from '@milepost/store/github/reviews';
import { afterEach, expect, test } from 'vitest';
import { startGithubApi } from '../servers/github-api.ts';
import type { ApiAnswer, ApiRequest } from '../servers/github-rest.ts';

const never = new AbortController().signal;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const commit = 'a'.repeat(40);
const token = 'ghp_secretsecretsecret';

/** An API of which every answer is given. */
const serve = async (answer: (request: ApiRequest) => ApiAnswer) => {
  const api = await startGithubApi({ dir: '.', intercept: answer });
  ends.push(() => api.close());
  const { url } = api;
  return { api, host: githubHost({ url, branch: 'main', folder: '', token }) };
};

const payload = new TextEncoder().encode(
  JSON.stringify({ parent: commit, headline: 'x', body: '', files: [] }),
);
const push = (host: GitHost) => host.push({ id: `${commit}+op`, parent: commit, payload }, never);

const failureOf = async (answer: ApiAnswer) => {
  const { host } = await serve(() => answer);
  const result = await host.head(undefined, never);
  return result.ok ? undefined : result.error;
};

const graphqlError = (type: string, message: string): ApiAnswer => ({
  status: 200,
  body: { data: null, errors: [{ type, message }] },
});

const pushOutcome = async (error: ApiAnswer, head = 'b'.repeat(40)) => {
  const { host } = await serve(({ path }) =>
    path === '/api/graphql' ? error : { status: 200, body: { sha: head } },
  );
  const result = await push(host);
  return result.ok ? result.value : result.error;
};

test('a limit is told with the time to wait, primary and secondary', async () => {
  const soon = String(Math.floor(Date.now() / 1000) + 90);
  const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon };
  const message = { message: 'API rate limit exceeded' };
  const primary = await failureOf({ status: 403, headers: spent, body: message });
  expect(primary).toMatchObject({ code: 'rate-limited' });
  expect(primary?.retryAfter).toBeGreaterThan(80);
  const secondary = { message: 'You have exceeded a secondary rate limit' };
  const retry = { 'retry-after': '7' };
  expect(await failureOf({ status: 429, headers: retry, body: secondary })).toMatchObject({
    code: 'rate-limited',
    retryAfter: 7,
  });
  expect(await failureOf({ status: 403, body: secondary })).toMatchObject({
    code: 'rate-limited',
    retryAfter: 60,
  });
  expect(await pushOutcome(graphqlError('RATE_LIMITED', 'too much'))).toMatchObject({
    code: 'rate-limited',
    retryAfter: 60,
  });
});

test('a refusal says what the token lacks: by the host’s header, else by what the call needs', async () => {
  const body = { message: 'Resource not accessible by personal access token' };
  const named = { 'x-accepted-github-permissions': 'contents=read,metadata=read; admin=write' };
  expect(await failureOf({ status: 403, headers: named, body })).toMatchObject({
    code: 'forbidden',
    needs: ['contents=read', 'metadata=read'],
  });
  const { host } = await serve(() => ({ status: 403, body }));
  const pushed = await push(host);
  expect(pushed.ok ? {} : pushed.error).toMatchObject({
    code: 'forbidden',
    needs: ['contents=write'],
  });
  expect(pushed.ok ? '' : pushed.error.detail).toMatch(/Contents: read and write/);
  expect(await pushOutcome(graphqlError('FORBIDDEN', body.message))).toMatchObject({
    code: 'forbidden',
    needs: ['contents=write'],
  });
});

test('a classic token is told its scope, an organization with single sign-on that it must be allowed', async () => {
  const body = { message: 'Not Found' };
  const classic = { 'x-oauth-scopes': 'gist', 'x-accepted-oauth-scopes': 'repo' };
  expect(await failureOf({ status: 403, headers: classic, body })).toMatchObject({
    needs: ['scope=repo'],
  });
  const sso = { 'x-github-sso': 'required; url=https://github.test/sso' };
  expect(await failureOf({ status: 403, headers: sso, body })).toMatchObject({ needs: ['sso'] });
  expect(await failureOf({ status: 404, body })).toMatchObject({
    code: 'not-found',
    needs: ['contents=read'],
  });
  expect(await failureOf({ status: 401, body })).not.toHaveProperty('needs');
});

test('pull requests have a permission of their own', async () => {
  const { api } = await serve(({ method }) =>
    method === 'GET' ? { status: 200, body: [] } : { status: 403, body: { message: 'no' } },
  );
  const reviews = githubReviews({ url: api.url, branch: 'milepost/ada', into: 'main', token });
  const opened = await reviews.open({ title: 'x', body: '' }, never);
  expect(opened.ok ? {} : opened.error).toMatchObject({ needs: ['pull_requests=write'] });
});

test('a stale head is told apart from a protected branch, a rule and a broken server', async () => {
  const stale = graphqlError('STALE_DATA', 'Expected branch to point to "x" but it did not.');
  expect(await pushOutcome(stale)).toBe('moved');
  // The head is where we said: then it did not move, whatever was said.
  expect(await pushOutcome(stale, commit)).toMatchObject({ code: 'host-error' });
  const classic = graphqlError('BRANCH_PROTECTION_RULE_VIOLATION', 'no');
  expect(await pushOutcome(classic)).toMatchObject({ code: 'protected-branch' });
  const ruleset = graphqlError('UNPROCESSABLE', 'Repository rule violations found');
  expect(await pushOutcome(ruleset)).toMatchObject({ code: 'protected-branch' });
  const other = graphqlError('UNPROCESSABLE', 'File path is restricted');
  expect(await pushOutcome(other)).toMatchObject({ code: 'hook-declined' });
  expect(await pushOutcome(graphqlError('', 'Something went wrong'))).toMatchObject({
    code: 'host-error',
  });
  expect(await pushOutcome({ status: 502, body: 'bad gateway' })).toMatchObject({
    code: 'host-error',
  });
});

test('a repository that is not there and a branch that is not there are two things', async () => {
  const missing = { status: 404, body: { message: 'Not Found' } };
  expect(await failureOf(missing)).toMatchObject({ code: 'not-found' });
  expect(await failureOf({ status: 422, body: { message: 'No commit found' } })).toMatchObject({
    code: 'branch-not-found',
  });
  expect(
    await failureOf({ status: 409, body: { message: 'Git Repository is empty.' } }),
  ).toMatchObject({ code: 'branch-not-found' });
});

test('answers that are not what was asked for are refused', async () => {
  expect(await failureOf({ status: 200, body: '<html>' })).toMatchObject({
    code: 'corrupt-answer',
  });
  expect(await failureOf({ status: 200, body: { sha: 'short' } })).toMatchObject({
    code: 'corrupt-answer',
  });
  const { host } = await serve(() => ({ status: 200, body: { data: { repository: {} } } }));
  for (const asked of [host.tree(commit, never), host.blobs([commit], never), push(host)]) {
    const result = await asked;
    expect(result.ok ? '' : result.error.code).toBe('corrupt-answer');
  }
});

test('a redirect is followed within the host and never out of it', async () => {
  const { host } = await serve(({ path }) =>
    path.startsWith('/repos/')
      ? { status: 301, headers: { location: '/api/v3/repositories/1/commits/heads/main' } }
      : { status: 200, body: { sha: commit } },
  );
  expect(await host.head(undefined, never)).toEqual({ ok: true, value: commit });
  const elsewhere = await startGithubApi({
    dir: '.',
    intercept: () => ({ status: 200, body: '' }),
  });
  ends.push(() => elsewhere.close());
  const away = { status: 302, headers: { location: `${elsewhere.origin}/api/v3/x` } };
  expect(await failureOf(away)).toMatchObject({ code: 'redirected-away' });
  expect(elsewhere.requests).toEqual([]);
});

test('the token is in no failure', async () => {
  const echo = ({ headers }: ApiRequest): ApiAnswer => ({
    status: 500,
    body: { message: headers.accept },
  });
  const { host } = await serve(echo);
  const offline = githubHost({ url: 'http://127.0.0.1:1/a/b', branch: 'main', folder: '', token });
  for (const result of [
    await host.head(undefined, never),
    await push(host),
    await offline.head(undefined, never),
  ]) {
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain(token);
  }
});
