import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGit } from './run-git.ts';

const example = fileURLToPath(new URL('../../examples/payments', import.meta.url));

export type ProgramRepository = {
  /** The bare repository, which `git http-backend` serves. */
  bare: string;
  /** Folder to serve as the root of repositories. */
  root: string;
  /** Path of the repository under that root: `acme/program.git`. */
  path: string;
};

/** Files that have nothing to do with the program, as a code repository has them. */
function writeUnrelated(folder: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const place = join(folder, 'src', `part-${String(index % 40).padStart(2, '0')}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `file-${index}.ts`), `export const value${index} = ${index};\n`);
  }
}

/**
 * Makes a bare repository with the example program in `program/` and unrelated files around it,
 * ready to be served over HTTP: partial clones, exact wants and pushes are on.
 */
export function makeProgramRepository(
  root: string,
  options: { unrelated?: number; path?: string } = {},
): ProgramRepository {
  const path = options.path ?? 'acme/program.git';
  const bare = join(root, path);
  const work = `${bare}.work`;
  mkdirSync(work, { recursive: true });
  runGit(work, 'init', '-q', '-b', 'main');
  writeUnrelated(work, options.unrelated ?? 0);
  cpSync(example, join(work, 'program'), { recursive: true });
  runGit(work, 'add', '-A');
  runGit(work, 'commit', '-q', '-m', 'Start the program');
  runGit(root, 'clone', '-q', '--bare', work, bare);
  for (const [key, value] of [
    ['http.receivepack', 'true'],
    ['uploadpack.allowFilter', 'true'],
    ['uploadpack.allowAnySHA1InWant', 'true'],
  ] as const)
    runGit(bare, 'config', key, value);
  return { bare, root, path };
}
