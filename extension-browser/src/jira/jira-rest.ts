/** Calls to the Jira site this content script runs on, with the person's own session (rulings D8). */

export type IssueFacts = {
  summary?: string;
  labels?: string[];
  fixVersions?: string[];
  components?: string[];
  epic?: string;
};
export type FoundIssue = { key: string; summary: string };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** JSON of a GET, undefined when it is not: a signed-out person gets 200 and a login page. */
async function get(path: string, signal: AbortSignal): Promise<Json | undefined> {
  try {
    const answer = await fetch(path, { headers: { accept: 'application/json' }, signal });
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return undefined;
    const value: unknown = await answer.json();
    return isObject(value) ? value : undefined;
  } catch {
    // Offline, aborted, or not JSON after all: the page's own markup has to do.
    return undefined;
  }
}

const namesIn = (list: unknown): string[] =>
  (Array.isArray(list) ? list : [])
    .map((item: unknown) => (isObject(item) ? item.name : item))
    .filter((name): name is string => typeof name === 'string');

/** Facts of one issue; one request. */
export async function readIssueFacts(
  key: string,
  signal: AbortSignal,
): Promise<IssueFacts | undefined> {
  const fields = 'summary,labels,fixVersions,components,parent';
  const answer = await get(`/rest/api/3/issue/${encodeURIComponent(key)}?fields=${fields}`, signal);
  if (!answer || answer.key !== key || !isObject(answer.fields)) return undefined;
  const { summary, labels, fixVersions, components, parent } = answer.fields;
  return {
    ...(typeof summary === 'string' && { summary }),
    ...(isObject(parent) && typeof parent.key === 'string' && { epic: parent.key }),
    labels: namesIn(labels),
    fixVersions: namesIn(fixVersions),
    components: namesIn(components),
  };
}

const toIssue = (item: unknown): FoundIssue[] => {
  if (!isObject(item) || typeof item.key !== 'string') return [];
  const summary = item.summaryText ?? item.summary;
  return [{ key: item.key, summary: typeof summary === 'string' ? summary : '' }];
};

/** Issues that Jira's own picker suggests for some words or a key; at most eight. */
export async function searchIssues(query: string, signal: AbortSignal): Promise<FoundIssue[]> {
  const answer = await get(
    `/rest/api/3/issue/picker?query=${encodeURIComponent(query)}&showSubTasks=true`,
    signal,
  );
  const sections = Array.isArray(answer?.sections) ? answer.sections : [];
  const found = sections.flatMap((section: unknown) =>
    isObject(section) && Array.isArray(section.issues) ? section.issues.flatMap(toIssue) : [],
  );
  return [...new Map(found.map((issue) => [issue.key, issue])).values()].slice(0, 8);
}

/** Makes the Jira link "`provider` blocks `consumer`". True when Jira made it. */
export async function linkIssues(
  provider: string,
  consumer: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const answer = await fetch('/rest/api/3/issueLink', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-atlassian-token': 'no-check' },
      body: JSON.stringify({
        type: { name: 'Blocks' },
        inwardIssue: { key: provider },
        outwardIssue: { key: consumer },
      }),
      signal,
    });
    return answer.ok;
  } catch {
    // No answer: the dialog shows "link not made" with a way to try again.
    return false;
  }
}
