/** Host name and web address of a repository, or undefined where its address is no https one. */
export const repositoryPage = (url: string): { host: string; page: string } | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== 'https:') return undefined;
  return { host, page: `https://${host}${pathname.replace(/\/+$/, '').replace(/\.git$/, '')}` };
};

/** A path for a web address; slashes stay. */
export const encodePath = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/');
