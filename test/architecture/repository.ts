import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** Files git knows or would take in, from the top; `patterns` are git's own. Deleted ones are left out. */
export function listFiles(...patterns: readonly string[]): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 16e6 });
  return [...new Set(listed.split('\n'))]
    .filter((file) => file !== '' && existsSync(join(root, file)))
    .toSorted();
}

export const readFile = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every place in some files that a pattern matches, as `file:line: text`. */
export function findPlaces(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFile(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 160)}`] : [],
      ),
  );
}
