const isSameHost = (from: URL, to: URL): boolean =>
  from.origin === to.origin ||
  (from.hostname === to.hostname && from.protocol === 'http:' && to.protocol === 'https:');

/** The repository address a redirect of `base + suffix` leads to, when it stays on the host; never down to http. */
export const followWithin = (
  base: string,
  suffix: string,
  location: string,
): string | undefined => {
  const target = URL.canParse(location, base + suffix)
    ? new URL(location, base + suffix)
    : undefined;
  if (target === undefined || !isSameHost(new URL(base), target)) return undefined;
  if (target.username !== '' || target.password !== '') return undefined;
  return target.href.endsWith(suffix) ? target.href.slice(0, -suffix.length) : undefined;
};
