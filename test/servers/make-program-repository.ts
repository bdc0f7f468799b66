import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
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

type NewFile = { path: string; text: Buffer };

/** Files that have nothing to do with the program, as a code repository has them. */
const unrelatedFiles = (count: number): NewFile[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `src/part-${String(index % 40).padStart(2, '0')}/file-${index}.ts`,
    text: Buffer.from(`export const value${index} = ${index};\n`),
  }));

const exampleFiles = (): NewFile[] =>
  readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: `program${file.slice(example.length).replaceAll('\\', '/')}`,
      text: readFileSync(file),
    }));

/** One commit as a stream of `git fast-import`: no work tree has to be written for thousands of files. */
function importStream(files: readonly NewFile[]): Buffer {
  const message = 'Start the program\n';
  const parts: (string | Buffer)[] = [
    'commit refs/heads/main\n',
    'committer Ann Test <ann@acme.example> 1767600000 +0000\n',
    `data ${message.length}\n${message}\n`,
  ];
  for (const { path, text } of files)
    parts.push(`M 100644 inline ${path}\ndata ${text.length}\n`, text, '\n');
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

/**
 * Makes a bare repository with the example program in `program/` and unrelated files around it,
 * and further `records` beside it, ready to be served over HTTP: partial clones, exact wants and pushes are on.
 */
export function makeProgramRepository(
  root: string,
  options: {
    unrelated?: number;
    path?: string;
    records?: readonly { path: string; text: string }[];
  } = {},
): ProgramRepository {
  const path = options.path ?? 'acme/program.git';
  const bare = join(root, path);
  mkdirSync(bare, { recursive: true });
  runGit(bare, 'init', '-q', '--bare', '-b', 'main');
  const records = (options.records ?? []).map((file) => ({
    path: `program/${file.path}`,
    text: Buffer.from(file.text),
  }));
  const input = importStream([
    ...unrelatedFiles(options.unrelated ?? 0),
    ...exampleFiles(),
    ...records,
  ]);
  const imported = spawnSync('git', ['fast-import', '--quiet'], { cwd: bare, input });
  if (imported.status !== 0) throw new Error(`git fast-import: ${imported.stderr}`);
  for (const [key, value] of [
    ['http.receivepack', 'true'],
    ['uploadpack.allowFilter', 'true'],
    ['uploadpack.allowAnySHA1InWant', 'true'],
  ] as const)
    runGit(bare, 'config', key, value);
  return { bare, root, path };
}
