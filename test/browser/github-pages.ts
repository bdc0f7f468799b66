/** What a file of the real data is worth as evidence: GitHub's own page, one cut down by its source, or one drawn from facts. */
export type Evidence = 'real' | 'reduced' | 'reconstructed';

export type GithubPage = {
  /** Path under `pages/github` of the data folder. */
  file: string;
  /** Where the page stood: its own canonical or og:url address, or the address its links name. */
  url: string;
  evidence: Evidence;
  /** Which markup: `rails` (until 2025 and on Enterprise servers) or `react`. */
  era: 'rails' | 'react';
  kind: 'pull' | 'pull-files' | 'pull-list' | 'issue' | 'issue-list' | 'search';
  repo: string;
  /** Number of the pull request or issue the page is about. */
  number?: number;
  /** The title as the page shows it. */
  title?: string;
  /** Numbers of the rows of a list, in order. */
  rows?: readonly number[];
};

const fixtures = 'mergify-sandbox/browser-extension-fixtures';
const real2026 = (file: string, number: number, title: string): GithubPage => ({
  file: `mergify_2026_07/${file}.html`,
  url: `https://github.com/${fixtures}/pull/${number}`,
  ...{ evidence: 'real', era: 'react', kind: 'pull', repo: fixtures, number, title },
});
const docs = 'docs: add deprecation workarounds documentation for `allow_inplace_checks`';
const real2025 = (file: string, query = ''): GithubPage => ({
  file: `mergify_2025_02/${file}.html`,
  url: `https://github.com/Mergifyio/docs/pull/7215${query}`,
  ...{
    evidence: 'real',
    era: 'rails',
    kind: 'pull',
    repo: 'Mergifyio/docs',
    number: 7215,
    title: docs,
  },
});
const drawn = (
  file: string,
  path: string,
  rest: Pick<GithubPage, 'kind' | 'era'> & Partial<GithubPage>,
): GithubPage => ({
  file: `reduced/${file}.html`,
  url: `https://github.com/octo-org/octo-repo/${path}`,
  evidence: 'reconstructed',
  repo: 'octo-org/octo-repo',
  ...rest,
});

/** Every GitHub page of the data folder that is a whole page. Where two stood at one address, the second is asked for by a query of ours. */
export const GITHUB_PAGES: readonly GithubPage[] = [
  real2026('github_pr_merged', 1, 'feat: change one'),
  real2026('github_pr_no_timeline_actions', 3, 'feat: a change that gets closed unmerged'),
  real2026('github_pr_opened', 6, 'feat: a clean open change'),
  real2026('github_pr_draft', 7, 'feat: a draft change'),
  real2026('github_pr_batch_open', 9, 'merge queue: checking main (b1c4825) and #8 together'),
  real2025('github_pr_opened'),
  real2025('github_pr_no_timeline_actions', '?page=no-actions'),
  {
    file: 'octolinker_2021/pull_comments.html',
    url: 'https://github.com/OctoLinker/testrepo/pull/1',
    ...{ evidence: 'real', era: 'rails', kind: 'pull', repo: 'OctoLinker/testrepo', number: 1 },
    title: 'Update popular-cat-names.js',
  },
  {
    file: 'defuddle/general--github.com-issue-56.html',
    url: 'https://github.com/kepano/defuddle/issues/56',
    ...{ evidence: 'real', era: 'react', kind: 'issue', repo: 'kepano/defuddle', number: 56 },
    title: 'Defuddle on Cloudflare Workers',
  },
  {
    file: 'mergify_misc/searchConfigFound.html',
    url: 'https://github.com/search',
    ...{ evidence: 'real', era: 'react', kind: 'search', repo: '' },
  },
  drawn('pull_header_2026_09', 'pull/942', {
    era: 'react',
    kind: 'pull',
    number: 942,
    title: 'Example pull',
  }),
  drawn('pull_changes_react_2026', 'pull/42/changes', {
    era: 'react',
    kind: 'pull-files',
    number: 42,
    title: 'Example',
  }),
  drawn('pulls_list_react_2026_09', 'pulls', {
    era: 'react',
    kind: 'pull-list',
    rows: [42, 41, 40, 9],
  }),
  drawn('issues_list_react_2026', 'issues', { era: 'react', kind: 'issue-list', rows: [101, 100] }),
  drawn('pulls_list_rails_legacy', 'pulls?era=rails', {
    era: 'rails',
    kind: 'pull-list',
    rows: [42],
  }),
  {
    file: 'hon454/github-pulls-repository-preview.html',
    url: 'https://github.com/hon454/github-pulls-show-reviewers/pulls',
    ...{
      evidence: 'reduced',
      era: 'react',
      kind: 'pull-list',
      repo: 'hon454/github-pulls-show-reviewers',
      rows: [42],
    },
  },
];
