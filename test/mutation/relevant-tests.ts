import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../architecture/repository.ts';

const IMPORT = /(?:from|import)\s+'(\.{1,2}\/[^']+\.ts)'/g;

function importsOf(file: string): string[] {
  const path = join(root, file);
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) =>
    join(dirname(file), match[1] ?? '').replaceAll('\\', '/'),
  );
}

/** Test files that import, at whatever distance, one of the files: no other can notice a mutant there. */
export function relevantTests(testFiles: readonly string[], judged: ReadonlySet<string>): string[] {
  const known = new Map<string, boolean>();
  const reaches = (file: string): boolean => {
    const found = known.get(file);
    if (found !== undefined) return found;
    // Imports make no circles here; should one come, the file asked first answers for it.
    known.set(file, false);
    const answer = judged.has(file) || importsOf(file).some(reaches);
    known.set(file, answer);
    return answer;
  };
  return testFiles.filter(reaches);
}
