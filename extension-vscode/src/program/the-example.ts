import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readProgram } from '@milepost/shared/program/read-program';
import { type ProgramFacts, programFacts } from './facts.ts';

const folder = fileURLToPath(new URL('../../../examples/payments/', import.meta.url));

/** The example program as of a day, with files added or replaced; for tests. */
export function theExample(
  asOf = '2026-03-10',
  files: Readonly<Record<string, string>> = {},
): ProgramFacts {
  const read = globSync('**/*.yaml', { cwd: folder }).map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(`${folder}${path}`, 'utf8'),
  }));
  const added = Object.entries(files).map(([path, text]) => ({ path, text }));
  return programFacts(readProgram([...read, ...added]), asOf);
}
