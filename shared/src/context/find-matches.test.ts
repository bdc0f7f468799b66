import { expect, test } from 'vitest';
import { aProgram } from './a-program.ts';
import type { PageContext } from './context.ts';
import { buildIndex } from './context-index.ts';
import { findMatches, matchIds } from './find-matches.ts';
import { matchesProgram } from './matches-program.ts';

const program = aProgram(
  [
    { id: 'M-4', gate: 'G-2', match: { branches: ['feature/pay-*'], labels: ['Payments'] } },
    { id: 'M-5', match: { github_milestones: ['Q2'], fix_versions: ['2.0'], epics: ['PAY-1'] } },
    { id: 'G-2' },
    { id: 'R-12', paths: ['acme/pay:src/gateway/**'] },
    { id: 'R-13', status: 'void', paths: ['acme/pay:**'] },
    { id: 'I-7', external: [{ system: 'github', key: 'Acme/Pay#7' }] },
    {
      id: 'D-21',
      consumer: { milestone: 'M-4', item: 'PAY-231' },
      provider: { item: 'https://acme.atlassian.net/browse/NG-18' },
    },
    { id: 'CR-3' },
    { id: 'WS-2', lead: 'tom', github: { repos: ['acme/pay'] }, jira: { project: 'PAY' } },
  ],
  {
    charter: {
      integrations: {
        github: { repos: ['acme/pay', 'acme/web'], milestone_map: { Launch: 'M-4' } },
        jira: { sites: ['https://acme.atlassian.net'], project_keys: ['PAY', 'CR', 'NG'] },
      },
    },
  },
);
const index = buildIndex(program);
const pull: PageContext = { host: 'github.com', repo: 'acme/pay', number: 9 };
const issue: PageContext = { host: 'acme.atlassian.net', key: 'PAY-231' };
const ids = (page: PageContext) => matchIds(index, page).map(({ id }) => id);
const rulesOf = (page: PageContext, id: string) =>
  matchIds(index, page)
    .find((match) => match.id === id)
    ?.reasons.map(({ rule, value }) => `${rule} ${value}`);

test('explicit markers win: the trailer and the bracket in the title', () => {
  expect(ids({ ...pull, body: 'Fixes it.\r\n\r\nProgram-Item: R-12, M-5\r\n' })).toEqual([
    'M-5',
    'R-12',
  ]);
  expect(rulesOf({ ...pull, title: '[M-5] Retry' }, 'M-5')).toEqual(['trailer M-5', 'mention M-5']);
  expect(ids({ ...pull, body: 'Program-Item: pay/R-12, other/M-5, M-99' })).toEqual(['R-12']);
});

test('a milestone brings its gate, a dependency its consumer milestone and that gate, each saying through what', () => {
  const matches = findMatches(index, program, issue);
  expect(matches.map(({ record, through }) => [record.id, through])).toEqual([
    ['D-21', undefined],
    ['G-2', 'M-4'],
    ['M-4', 'D-21'],
  ]);
  expect(matches[1]?.reasons).toEqual([{ rule: 'external', value: 'PAY-231' }]);
});

test('external keys match in any spelling: key, item of either side, web address', () => {
  expect(ids({ ...pull, number: 7 })).toEqual(['I-7']);
  expect(ids({ ...issue, key: 'NG-18' })[0]).toBe('D-21');
  expect(ids({ ...pull, repo: 'ACME/pay', number: 7 })).toEqual(['I-7']);
});

test('a Jira key counts in title and branch, in small letters too', () => {
  expect(rulesOf({ ...pull, title: 'PAY-231: retry' }, 'D-21')).toEqual(['mention PAY-231']);
  expect(rulesOf({ ...pull, headBranch: 'tom/pay-231-retry' }, 'D-21')).toEqual([
    'mention PAY-231',
  ]);
  expect(ids({ ...pull, title: 'XPAY-231 and PAY-2311' })).toEqual(['WS-2']);
});

test('ids in text count as whole tokens that exist only', () => {
  expect(ids({ ...pull, body: 'see R-12.' })).toEqual(['R-12']);
  for (const text of ['AR-12', 'R-12-x', 'R-120', 'R-012', 'x-R-12', 'R-13'])
    expect(ids({ ...pull, body: text })).toEqual(['WS-2']);
  expect(rulesOf({ ...pull, headBranch: 'fix/M-5-retry' }, 'M-5')).toEqual(['mention M-5']);
});

test('on a Jira page an id with a project prefix is an issue key, unless marked', () => {
  expect(ids({ ...issue, key: 'PAY-5', title: 'CR-3 again' })).toEqual(['WS-2']);
  expect(ids({ ...issue, key: 'PAY-5', title: '[CR-3] again' })).toEqual(['CR-3']);
  expect(ids({ ...pull, title: 'CR-3 again' })).toEqual(['CR-3']);
});

test('milestone map: host milestone, version, label, charter map and published titles', () => {
  expect(rulesOf({ ...pull, githubMilestone: 'q2' }, 'M-5')).toEqual(['milestone-map q2']);
  expect(rulesOf({ ...issue, key: 'PAY-5', fixVersions: ['2.0'] }, 'M-5')).toEqual([
    'milestone-map 2.0',
  ]);
  expect(rulesOf({ ...pull, labels: ['payments'] }, 'M-4')).toEqual(['milestone-map payments']);
  expect(rulesOf({ ...pull, githubMilestone: 'Launch' }, 'M-4')).toEqual(['milestone-map Launch']);
  expect(rulesOf({ ...pull, githubMilestone: '[M-5] Live' }, 'M-5')).toEqual([
    'milestone-map [M-5] Live',
  ]);
  expect(rulesOf({ ...issue, key: 'PAY-5', epic: 'PAY-1' }, 'M-5')).toEqual(['scope PAY-1']);
});

test('paths match globs of their own repository only, and say the glob', () => {
  const paths = ['README.md', 'src/gateway/client.ts', 'src/gateway/retry.ts'];
  expect(rulesOf({ ...pull, paths }, 'R-12')).toEqual(['path src/gateway/**']);
  expect(ids({ ...pull, repo: 'acme/web', paths })).toEqual([]);
});

test('branches match by glob; every reason is kept, strongest first', () => {
  const page = { ...pull, headBranch: 'feature/pay-retry', labels: ['payments'], body: 'M-4' };
  expect(rulesOf(page, 'M-4')).toEqual([
    'mention M-4',
    'milestone-map payments',
    'branch feature/pay-retry',
  ]);
});

test('the workstream is named only when nothing else matched', () => {
  expect(rulesOf(pull, 'WS-2')).toEqual(['workstream acme/pay']);
  expect(rulesOf({ ...issue, key: 'PAY-999' }, 'WS-2')).toEqual(['workstream PAY']);
  expect(ids({ ...pull, labels: ['payments'] })).toEqual(['M-4', 'G-2']);
});

test('a page of another repository, site, project or host is none of our business', () => {
  const elsewhere: PageContext[] = [
    { host: 'github.com', repo: 'other/pay', title: '[M-4]' },
    { host: 'ghe.example', repo: 'acme/pay', title: '[M-4]' },
    { host: 'other.atlassian.net', key: 'PAY-231' },
    { host: 'acme.atlassian.net', key: 'HR-1', title: '[M-4]' },
  ];
  for (const page of elsewhere) {
    expect(matchesProgram(index, page)).toBe(false);
    expect(ids(page)).toEqual([]);
  }
  expect(matchesProgram(index, { paths: ['src/a.ts'] })).toBe(true);
});

test('globs are found wherever their wildcards stand', () => {
  const globs = [
    '**/retry/*.ts',
    '*/gateway/**',
    '{src,lib}/gateway/retry/*',
    '**',
    'src/*/retry/a.ts',
  ];
  const many = aProgram(globs.map((glob, n) => ({ id: `R-${n + 1}`, paths: [glob] })));
  const page: PageContext = { paths: ['src/gateway/retry/a.ts'] };
  expect(matchIds(buildIndex(many), page)).toHaveLength(globs.length);
});
