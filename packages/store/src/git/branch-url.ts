import { encodePath, repositoryPage } from './repository-page.ts';

/** Public hosts whose branch pages we know; a private host's pages are not guessed. */
const pagesByHost: Readonly<Record<string, (page: string, branch: string) => string>> = {
  'github.com': (page, branch) => `${page}/tree/${encodePath(branch)}`,
  'gitlab.com': (page, branch) => `${page}/-/tree/${encodePath(branch)}`,
  'bitbucket.org': (page, branch) => `${page}/branch/${encodePath(branch)}`,
  'codeberg.org': (page, branch) => `${page}/src/branch/${encodePath(branch)}`,
  'dev.azure.com': (page, branch) => `${page}?version=GB${encodeURIComponent(branch)}`,
};

/** Web address of a branch, or undefined where we do not know the host's pages. */
export const branchUrl = (url: string, branch: string): string | undefined => {
  const repository = repositoryPage(url);
  return repository && pagesByHost[repository.host]?.(repository.page, branch);
};
