import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GITHUB_PAGES } from '../browser/github-pages.ts';
import { askPageServer } from './ask-page-server.ts';
import { hasData, readData } from './data-folder.ts';
import { escapeHtml } from './page.ts';
import { type PageServer, startPageServer } from './page-server.ts';

describe.skipIf(!hasData())('the captured pages of MILEPOST_DATA', () => {
  let server: PageServer;
  beforeAll(async () => {
    server = await startPageServer();
  });
  afterAll(() => server.close());

  test.each(GITHUB_PAGES)('$file is served at $url', async ({ file, url, title, number }) => {
    const page = await askPageServer(server.port, url);
    expect(page.status).toBe(200);
    expect(page.body.endsWith(readData('pages/github', file) ?? 'no such file')).toBe(true);
    if (title) expect(page.body).toContain(escapeHtml(title));
    if (number) expect(page.body).toContain(String(number));
  });

  test.each(GITHUB_PAGES.filter((page) => page.evidence === 'real'))(
    '$file itself names the repository it is served under',
    ({ file, repo }) => {
      const named = /property="og:url" content="https:\/\/github\.com\/?([^"]*)"/.exec(
        readData('pages/github', file) ?? '',
      );
      expect(named?.[1]?.split('/').slice(0, 2).join('/')).toBe(repo);
    },
  );

  test.each(GITHUB_PAGES.filter((page) => page.rows))(
    '$file shows the rows it is said to show',
    ({ file, rows }) => {
      const html = readData('pages/github', file) ?? '';
      const found = [...html.matchAll(/href="[^"]*\/(?:pull|issues)\/(\d+)"/g)].map((m) =>
        Number(m[1]),
      );
      expect([...new Set(found)]).toEqual(rows);
    },
  );

  test.each([
    'https://acme.atlassian.net/jira/software/c/projects/ABC/boards/1',
    'https://acme.atlassian.net/jira/software/c/projects/ABC/boards/1?selectedIssue=ABC-12',
    'https://acme.atlassian.net/jira/software/c/projects/ABC/boards/1/backlog',
    'https://acme.atlassian.net/issues/?filter=1',
    'https://jira.acme.test/browse/ABC-101',
  ])('%s is a Jira page of the data folder', async (url) => {
    const page = await askPageServer(server.port, url);
    expect(page.body).toContain('/browse/ABC-');
  });
});
