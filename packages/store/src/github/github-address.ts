/** Where a repository lies on a GitHub: its names, its web pages, and the two doors of the API. */
export type GithubAddress = {
  owner: string;
  name: string;
  /** Base of the REST API, without a slash at the end. */
  rest: string;
  graphql: string;
  /** The repository's own page. */
  web: string;
};

const cloud = new Set(['github.com', 'www.github.com']);

const isDataResidency = (host: string): boolean => /^[a-z0-9-]+\.ghe\.com$/.test(host);

/** Whether an address is on a GitHub that is known by its name. A GitHub Enterprise Server has any name. */
export const isGithubUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && (cloud.has(hostname) || isDataResidency(hostname));
};

const doorsOf = ({ origin, host }: URL): Pick<GithubAddress, 'rest' | 'graphql'> => {
  const api = cloud.has(host) ? 'https://api.github.com' : `https://api.${host}`;
  if (cloud.has(host) || isDataResidency(host)) return { rest: api, graphql: `${api}/graphql` };
  return { rest: `${origin}/api/v3`, graphql: `${origin}/api/graphql` };
};

const isPart = (part: string | undefined): part is string =>
  part !== undefined && /^[\w.-]{1,100}$/.test(part) && !/^\.+$/.test(part);

/**
 * The address of `https://HOST/OWNER/NAME(.git)`; undefined when it is none. Any host that is not GitHub's own is taken
 * for a GitHub Enterprise Server (`/api/v3`, `/api/graphql`).
 */
export const githubAddress = (url: string): GithubAddress | undefined => {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const [owner, last, ...more] = parsed.pathname.split('/').filter((part) => part !== '');
  const name = last?.replace(/\.git$/, '');
  if (!/^https?:$/.test(parsed.protocol) || more.length > 0) return undefined;
  if (!isPart(owner) || !isPart(name)) return undefined;
  return { owner, name, ...doorsOf(parsed), web: `${parsed.origin}/${owner}/${name}` };
};
