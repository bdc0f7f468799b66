import { encodePath, repositoryPage } from './repository-page.ts';

/** Public hosts whose file pages we know; a private host's pages are not guessed. */
const pagesByHost: Readonly<Record<string, (repository: string, at: string) => string>> = {
  'github.com': (repository, at) => `${repository}/blob/${at}`,
  'gitlab.com': (repository, at) => `${repository}/-/blob/${at}`,
  'codeberg.org': (repository, at) => `${repository}/src/branch/${at}`,
};

/** Web address of one line of a program's file, or undefined where we do not know the host's pages. `path` is below the folder. */
export const fileUrl = (
  { url, branch, folder }: { url: string; branch: string; folder: string },
  path: string,
  line?: number,
): string | undefined => {
  const repository = repositoryPage(url);
  const at = encodePath([branch, ...folder.split('/').filter(Boolean), path].join('/'));
  const page = repository && pagesByHost[repository.host]?.(repository.page, at);
  return page && line !== undefined ? `${page}#L${line}` : page;
};
