/** A repository's address as it is sent, and the credentials that were written into it. */
export type Address = { url: string; user?: string; password?: string };

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the text stands for itself.
    return text;
  }
};

/**
 * Takes user name and password out of an address (Azure DevOps shows `https://org@dev.azure.com/...`): `fetch` refuses
 * them, and an address ends up in messages. Query, fragment and slashes at the end go, too.
 */
export const splitAddress = (text: string): Address => {
  if (!URL.canParse(text)) return { url: text.replace(/\/+$/, '') };
  const { protocol, host, pathname, username, password } = new URL(text);
  return {
    url: `${protocol}//${host}${pathname}`.replace(/\/+$/, ''),
    ...(username === '' ? {} : { user: decode(username) }),
    ...(password === '' ? {} : { password: decode(password) }),
  };
};

/** User names that hosts document for a token sent alone; elsewhere any name does. */
const usersByHost: Readonly<Record<string, string>> = {
  'bitbucket.org': 'x-token-auth',
  'gitlab.com': 'oauth2',
};

/** The user name to send with a token when nobody named one. */
export const defaultUser = (url: string): string =>
  (URL.canParse(url) ? usersByHost[new URL(url).host] : undefined) ?? 'x-access-token';
