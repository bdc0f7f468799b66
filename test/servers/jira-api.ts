import type { JiraIssue, JiraState } from './jira-state.ts';
import { jsonPage, type Page } from './page.ts';

const LINK_TYPES = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
];
const SITE = 'https://acme.atlassian.net';
const refused = (status: number, message: string): Page =>
  jsonPage({ errorMessages: [message], errors: {} }, status);

const issueBean = (issue: JiraIssue) => ({
  id: issue.id,
  key: issue.key,
  self: `${SITE}/rest/api/3/issue/${issue.id}`,
  fields: {
    summary: issue.summary,
    status: { name: issue.status },
    issuetype: { name: issue.type },
    project: { key: issue.key.split('-')[0] },
    fixVersions: issue.fixVersions.map((name) => ({ name })),
    labels: issue.labels,
    components: issue.components.map((name) => ({ name })),
    ...(issue.parent ? { parent: { key: issue.parent } } : {}),
  },
});

function pick(state: JiraState, query: string): Page {
  const wanted = query.toLowerCase();
  const issues = [...state.issues.values()]
    .filter(({ key, summary }) => `${key} ${summary}`.toLowerCase().includes(wanted))
    .map((issue) => ({
      id: Number(issue.id),
      key: issue.key,
      keyHtml: issue.key,
      img: '/images/icons/issuetypes/story.png',
      summary: issue.summary,
      summaryText: issue.summary,
    }));
  const sub = `Showing ${issues.length} of ${issues.length} matching issues`;
  return jsonPage({ sections: [{ id: 'cs', label: 'Current Search', sub, issues }] });
}

type LinkRequest = {
  type?: { name?: string };
  inwardIssue?: { key?: string };
  outwardIssue?: { key?: string };
};

function link(state: JiraState, body: string): Page {
  let asked: LinkRequest;
  try {
    asked = JSON.parse(body) as LinkRequest;
  } catch {
    return refused(400, 'The request is not JSON.');
  }
  const type = LINK_TYPES.find(({ name }) => name === asked.type?.name);
  const [inward, outward] = [asked.inwardIssue?.key, asked.outwardIssue?.key];
  if (!inward || !outward)
    return refused(400, 'An issue link names an inward and an outward issue.');
  if (!type) return refused(404, `No issue link type with name '${asked.type?.name}' found.`);
  if (!state.issues.has(inward) || !state.issues.has(outward))
    return refused(404, 'Issue does not exist or you do not have permission to see it.');
  state.links.push({ type: type.name, inward, outward });
  return { status: 201, type: 'application/json', body: '' };
}

/** What Jira Cloud's REST API v3 answers to the few calls Milepost makes; links are remembered in the state. */
export function answerJiraApi(state: JiraState, method: string, address: URL, body: string): Page {
  if (!state.isUp) return refused(503, 'Jira is not there for the moment.');
  const path = address.pathname;
  if (method === 'POST' && path === '/rest/api/3/issueLink') return link(state, body);
  if (method !== 'GET') return refused(405, 'Method not allowed');
  if (path === '/rest/api/3/issue/picker')
    return pick(state, address.searchParams.get('query') ?? '');
  if (path === '/rest/api/3/issueLinkType') return jsonPage({ issueLinkTypes: LINK_TYPES });
  const key = /^\/rest\/api\/3\/issue\/([A-Z]+-\d+)$/.exec(path)?.[1];
  const issue = key === undefined ? undefined : state.issues.get(key);
  return issue
    ? jsonPage(issueBean(issue))
    : refused(404, 'Issue does not exist or you do not have permission to see it.');
}
