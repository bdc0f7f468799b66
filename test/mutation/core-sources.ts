import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { root } from '../architecture/repository.ts';
import { instrument } from './instrument.ts';
import type { Mutant } from './mutant.ts';
import { relevantTests } from './relevant-tests.ts';

const slashes = (path: string): string => path.replaceAll('\\', '/');

/** Files below the repository that a pattern names, sorted. */
export const listSources = (pattern: string): string[] =>
  globSync(pattern, { cwd: root }).map(slashes).toSorted();

/** Helpers of tests are named `a-signal.ts`; they judge nothing. */
const isJudged = (file: string): boolean =>
  !/\.test\.ts$|\/an?-[a-z-]+\.ts$|-contract\.ts$/.test(file);

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

export type CoreSources = {
  mutants: readonly Mutant[];
  /** Those that can reach an instrumented file. */
  testFiles: readonly string[];
  /** JavaScript of a file below the repository; instrumented where its folder was named. */
  javascript: (file: string) => string;
};

/** Vite's `import.meta.glob`, for the tests that compare a list with a folder. */
const withGlob = (code: string): string =>
  code.replaceAll('import.meta.glob(', 'globalThis.__glob(import.meta.url, ');

const patternOf = (place: string): string =>
  place.endsWith('.ts') ? `shared/src/${place}` : `shared/src/${place}/**/*.ts`;

/** Reads the core, and instruments the folders and files named, below `shared/src`. */
export function readCore(folders: readonly string[]): CoreSources {
  const mutants: Mutant[] = [];
  const known = new Map<string, string>();
  for (const folder of folders) {
    for (const file of listSources(patternOf(folder)).filter(isJudged)) {
      const made = instrument(file, read(file), mutants.length);
      for (const mutant of made.mutants) mutants.push(mutant);
      known.set(file, stripTypeScriptTypes(made.code));
    }
  }
  const javascript = (file: string): string => {
    const code = known.get(file) ?? stripTypeScriptTypes(withGlob(read(file)));
    known.set(file, code);
    return code;
  };
  const judged = new Set(known.keys());
  const testFiles = relevantTests(listSources('shared/src/**/*.test.ts'), judged);
  return { mutants, testFiles, javascript };
}
