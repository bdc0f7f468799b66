import { compileGlob, matchesGlob } from '../context/glob.ts';

/** The first changed file that a record's `repo:glob` names, or undefined. Refused globs name nothing. */
export function touchedPath(
  globs: readonly string[],
  repo: string,
  paths: readonly string[],
): string | undefined {
  const own = globs
    .filter((glob) => glob.startsWith(`${repo}:`))
    .map((glob) => compileGlob(glob.slice(repo.length + 1)))
    .filter((glob) => glob !== undefined);
  return paths.find((path) => own.some((glob) => matchesGlob(glob, path)));
}
