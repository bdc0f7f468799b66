export type JiraIssue = {
  id: string;
  key: string;
  summary: string;
  status: string;
  type: string;
  fixVersions: readonly string[];
  labels: readonly string[];
  components: readonly string[];
  parent?: string;
};
export type JiraLink = { type: string; inward: string; outward: string };

export type JiraState = {
  issues: Map<string, JiraIssue>;
  /** Issue links made through the API, oldest first. */
  links: JiraLink[];
  /** False: every API call answers 503. */
  isUp: boolean;
};

const anIssue = (
  id: string,
  key: string,
  summary: string,
  rest: Partial<JiraIssue> = {},
): JiraIssue => ({
  id,
  key,
  summary,
  status: 'In Progress',
  type: 'Story',
  fixVersions: [],
  labels: [],
  components: [],
  ...rest,
});

const ISSUES = [
  anIssue('10012', 'PAY-12', 'Send settlement files through the new gateway', {
    fixVersions: ['2026.2'],
    parent: 'PAY-7',
  }),
  anIssue('10007', 'PAY-7', 'Gateway cutover', { type: 'Epic' }),
  anIssue('10031', 'PAY-31', 'Ledger confirms the settlement file format'),
  anIssue('10101', 'ABC-101', 'Sample summary'),
  anIssue('10022', 'ABC-22', 'Sample summary'),
  anIssue('10400', 'ABC-400', 'Sample summary', { type: 'Epic' }),
];

/** A Jira site with a few issues of the example program. */
export const makeJiraState = (): JiraState => ({
  issues: new Map(ISSUES.map((issue) => [issue.key, issue])),
  links: [],
  isUp: true,
});
