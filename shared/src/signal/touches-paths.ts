import { matchesGlob } from '../policy/matches-glob.ts';

/** The first changed file that a record's `repo:glob` names, or undefined. */
export function touchedPath(
  globs: readonly string[],
  repo: string,
  paths: readonly string[],
): string | undefined {
  const own = globs
    .filter((glob) => glob.startsWith(`${repo}:`))
    .map((glob) => glob.slice(repo.length + 1));
  return paths.find((path) => own.some((glob) => matchesGlob(glob, path)));
}
