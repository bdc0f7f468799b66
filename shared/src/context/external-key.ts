/** One form for every way to write another system's item, so that keys compare by equality. */
export type ExternalKey = { slot: 'github' | 'jira' | 'url'; value: string };

const GITHUB_KEY = /^([\w.-]+\/[\w.-]+)#(\d+)$/;
const JIRA_KEY = /^[A-Z][A-Z0-9_]+-\d+$/i;
const GITHUB_PATH = /^\/([\w.-]+\/[\w.-]+)\/(?:pull|issues)\/(\d+)(?:[/?#]|$)/;
const JIRA_PATH = /\/browse\/([A-Z][A-Z0-9_]+-\d+)(?:[/?#]|$)/i;
const URL_PARTS = /^https?:\/\/([^/?#\s]+)([^\s]*)$/i;

const onGitHub = (host: string): boolean => host === 'github.com' || host.startsWith('github.');

/** `owner/repo#7`, `PAY-12` or a web address; undefined for anything else. Short keys win over the address form. */
export function externalKey(text: string): ExternalKey | undefined {
  const key = text.trim();
  const github = GITHUB_KEY.exec(key);
  if (github) return { slot: 'github', value: `${github[1]}#${github[2]}`.toLowerCase() };
  if (JIRA_KEY.test(key)) return { slot: 'jira', value: key.toUpperCase() };
  const url = URL_PARTS.exec(key);
  return url ? addressKey((url[1] ?? '').toLowerCase(), url[2] ?? '') : undefined;
}

function addressKey(host: string, path: string): ExternalKey {
  const pull = onGitHub(host) ? GITHUB_PATH.exec(path) : null;
  if (pull) return { slot: 'github', value: `${pull[1]}#${pull[2]}`.toLowerCase() };
  const issue = JIRA_PATH.exec(path);
  if (issue) return { slot: 'jira', value: (issue[1] ?? '').toUpperCase() };
  return { slot: 'url', value: `${host}${path.replace(/#.*$/, '').replace(/\/+$/, '')}` };
}

/** Host of a web address or a bare host name, in small letters. */
export const hostOf = (address: string): string =>
  (URL_PARTS.exec(address.trim())?.[1] ?? address.trim().replace(/\/.*$/, '')).toLowerCase();

export const projectOf = (key: string): string => key.slice(0, key.lastIndexOf('-')).toUpperCase();
