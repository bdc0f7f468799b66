const levels: Readonly<Record<string, string>> = {
  read: 'read',
  write: 'read and write',
  admin: 'admin',
};

const special: Readonly<Record<string, string>> = {
  sso: 'to be authorized for the organization’s single sign-on',
};

/** "pull_requests=write" as GitHub's own settings page writes it: "Pull requests: read and write". */
const wordOf = (need: string): string => {
  const [name = '', level = ''] = need.split('=');
  if (name === 'scope') return `the scope ${level}`;
  const spoken = name.replaceAll('_', ' ');
  const title = `${spoken.slice(0, 1).toUpperCase()}${spoken.slice(1)}`;
  return special[need] ?? `the permission ${title}: ${levels[level] ?? level}`;
};

/** One sentence that says what to switch on in the token's settings. */
export const describeNeeds = (needs: readonly string[]): string =>
  `The token needs ${needs.map(wordOf).join(' and ')}.`;

const isNeed = (text: string): boolean => /^[a-z_]{1,40}=(read|write|admin)$/.test(text);

const listOf = (header: string | null): string[] =>
  (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The widest of the accepted sets is not asked for: the first one is enough (`;` parts sets, `,` joins within one). */
const permissionsOf = (header: string | null): string[] =>
  listOf((header ?? '').split(';')[0] ?? '').filter(isNeed);

/** A classic token says its scopes in each answer; a fine-grained one has none. */
const scopesOf = (headers: Headers): string[] => {
  const held = headers.get('x-oauth-scopes');
  const accepted = listOf(headers.get('x-accepted-oauth-scopes'));
  if (held === null || accepted.length === 0) return [];
  const has = listOf(held).some((scope) => accepted.includes(scope));
  const wanted = accepted.includes('repo') ? 'repo' : accepted[0];
  return has || wanted === undefined || !/^[\w:]{1,40}$/.test(wanted) ? [] : [`scope=${wanted}`];
};

/** What the token lacks by the headers of a refusal; `usual` is what such a call needs, when the host does not say. */
export const readNeeds = (headers: Headers, usual: readonly string[]): readonly string[] => {
  if (/^required/.test(headers.get('x-github-sso') ?? '')) return ['sso'];
  const scopes = scopesOf(headers);
  if (scopes.length > 0) return scopes;
  const named = permissionsOf(headers.get('x-accepted-github-permissions'));
  return named.length > 0 ? named : usual;
};
