/** A pull request as its address names it; any tab. */
export type PullAddress = { host: string; repo: string; number: number };

const PULL = /^\/([\w.-]{1,100})\/([\w.-]{1,100})\/pull\/([1-9]\d{0,8})(?:\/|$)/;

/** Reads `/owner/repo/pull/N[/…]`. The conflict editor is a page of its own and is left alone. */
export function readPullAddress(url: URL): PullAddress | undefined {
  const [, owner, repo, number] = PULL.exec(url.pathname) ?? [];
  if (!owner || !repo || !number || /\/conflicts\/?$/.test(url.pathname)) return undefined;
  return { host: url.host, repo: `${owner}/${repo}`, number: Number(number) };
}

const BROWSE = /\/(?:browse|issues)\/([A-Z][A-Z0-9_]{1,30}-[1-9]\d{0,8})(?:\/|$)/;

/** Reads the key a Jira address is about: full page, or `selectedIssue` of a board. `/wiki` is not Jira. */
export function readIssueKey(url: URL): string | undefined {
  if (url.pathname.startsWith('/wiki/')) return undefined;
  const chosen = url.searchParams.get('selectedIssue') ?? BROWSE.exec(url.pathname)?.[1];
  return chosen && /^[A-Z][A-Z0-9_]{1,30}-[1-9]\d{0,8}$/.test(chosen) ? chosen : undefined;
}
