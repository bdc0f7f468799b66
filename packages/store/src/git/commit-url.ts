import { repositoryPage } from './repository-page.ts';

/** Public hosts whose commit pages we know; a private host's pages are not guessed. */
const pagesByHost: Readonly<Record<string, (repository: string, commit: string) => string>> = {
  'github.com': (repository, commit) => `${repository}/commit/${commit}`,
  'gitlab.com': (repository, commit) => `${repository}/-/commit/${commit}`,
  'bitbucket.org': (repository, commit) => `${repository}/commits/${commit}`,
  'codeberg.org': (repository, commit) => `${repository}/commit/${commit}`,
  'dev.azure.com': (repository, commit) => `${repository}/commit/${commit}`,
};

/** Web address of a commit, or undefined where we do not know the host's pages. */
export const commitUrl = (url: string, commit: string): string | undefined => {
  const repository = repositoryPage(url);
  return repository && pagesByHost[repository.host]?.(repository.page, commit);
};
