import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Octokit } from '@octokit/core';
import { afterEach, expect, test } from 'vitest';
import type { GithubApi } from './github-api.ts';
import { octokitApi } from './octokit-api.ts';
import type { Pull } from './pull-event.ts';

const place = { owner: '', repo: '' };
const askFiles = (octokit: Octokit) =>
  octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
    ...place,
    pull_number: 1,
  });
const askRules = (octokit: Octokit) =>
  octokit.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...place, branch: '' });
/** Answers as GitHub's description of its interface has them. */
type Files = Awaited<ReturnType<typeof askFiles>>['data'];
type Rules = Awaited<ReturnType<typeof askRules>>['data'];

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Stands in for GitHub where the emulator has nothing: it answers by path alone, and 404 otherwise. */
async function stub(
  answers: Readonly<Record<string, unknown>>,
): Promise<{ api: GithubApi; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const options = { token: 'x', signal: new AbortController().signal, log: () => {} };
  return { api: octokitApi({ ...options, url: `http://127.0.0.1:${port}` }), asked };
}

const [base, head] = ['a'.repeat(40), 'b'.repeat(40)];
const pull: Pull = {
  repository: 'acme/pay',
  number: 7,
  url: '',
  title: '',
  body: '',
  author: 'tom-berg',
  labels: [],
  milestone: undefined,
  head: { commit: head, branch: 'x' },
  base: { commit: base, branch: 'release/1.0' },
  isFork: false,
};

const filesFrom = (first: number, count: number): Files =>
  Array.from({ length: count }, (_, index) => ({
    sha: head,
    filename: `src/${first + index}.ts`,
    status: 'modified',
    additions: 1,
    deletions: 0,
    changes: 1,
    blob_url: '',
    raw_url: '',
    contents_url: '',
  }));

const comparison = (files: Files) => ({
  [`/repos/acme/pay/compare/${base}...${head}`]: { merge_base_commit: { sha: base }, files },
});

test('a renamed file counts under both names, and a small comparison is enough', async () => {
  const [file] = filesFrom(1, 1);
  const renamed: Files = file ? [{ ...file, status: 'renamed', previous_filename: 'old.ts' }] : [];
  const { api, asked } = await stub(comparison(renamed));
  expect(await api.compare(pull)).toEqual({ mergeBase: base, paths: ['src/1.ts', 'old.ts'] });
  expect(asked).toHaveLength(1);
});

test('a comparison that GitHub cut is completed from the list of files, page by page', async () => {
  const page = (number: number): string =>
    `/repos/acme/pay/pulls/7/files?per_page=100&page=${number}`;
  const { api } = await stub({
    ...comparison(filesFrom(0, 300)),
    [page(1)]: filesFrom(0, 100),
    [page(2)]: filesFrom(100, 100),
    [page(3)]: filesFrom(200, 100),
    [page(4)]: filesFrom(300, 12),
  });
  const { paths } = await api.compare(pull);
  expect(paths).toHaveLength(312);
  expect(new Set(paths).size).toBe(312);
});

test('required checks are those of the rules of the base branch', async () => {
  const rules: Rules = [
    { type: 'non_fast_forward' },
    {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: true,
        required_status_checks: [{ context: 'milepost', integration_id: 15_368 }],
      },
    },
  ];
  const path = '/repos/acme/pay/rules/branches/release%2F1.0?per_page=100';
  expect(await (await stub({ [path]: rules })).api.requiredChecks(pull)).toEqual(['milepost']);
});

test('a server without rules requires nothing; every other refusal is thrown with its status', async () => {
  const { api } = await stub({});
  expect(await api.requiredChecks(pull)).toEqual([]);
  await expect(api.reviews(pull)).rejects.toMatchObject({ status: 404 });
});
