import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Program, ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { fail, ok, type Result } from '@milepost/shared/result';
import type { CannotRead, ProgramFiles } from '../command.ts';
import { blobId, type ReadingCache, WORTH_CACHING } from './reading-cache.ts';

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Where a program may lie, seen from a folder: the folder itself or its `program/`. */
const places = (folder: string): string[] => [folder, join(folder, 'program')];

async function findUpwards(from: string): Promise<string | undefined> {
  for (const place of places(from)) if (await isFile(join(place, 'program.yaml'))) return place;
  const parent = dirname(from);
  return parent === from ? undefined : findUpwards(parent);
}

async function find(cwd: string, given: string | undefined): Promise<Result<string, CannotRead>> {
  if (given !== undefined) {
    const folder = resolve(cwd, given);
    for (const place of places(folder))
      if (await isFile(join(place, 'program.yaml'))) return ok(place);
    return fail({
      code: 3,
      message: `${given} holds no program.yaml.`,
      next: 'Give the folder that does with --program DIR, or make one with milepost init.',
    });
  }
  const found = await findUpwards(cwd);
  if (found !== undefined) return ok(found);
  return fail({
    code: 3,
    message: 'No program here: neither this folder nor one above it holds program.yaml.',
    next: 'Name it with --program DIR, or make one with milepost init.',
  });
}

/** Paths below the folder, `/` separated. */
async function list(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep))
    .filter((parts) => !parts.some((part) => part.startsWith('.')))
    .map((parts) => parts.join('/'));
}

/** One after the other: thousands of small files are read sooner than all at once. */
const readTexts = async (directory: string): Promise<ProgramFile[]> =>
  (await list(directory)).map((path) => ({
    path,
    text: readFileSync(join(directory, path), 'utf8'),
  }));

/** Opens the cache of a program folder. */
export type OpenCache = (directory: string) => ReadingCache;

function readCached(files: readonly ProgramFile[], cache: ReadingCache): Program {
  const named = files.map((file) => ({ ...file, blob: blobId(file.text) }));
  const program = readProgram(named, cache);
  cache.save();
  return program;
}

async function read(
  directory: string,
  openCache: OpenCache | undefined,
): Promise<Result<Program, CannotRead>> {
  try {
    const files = await readTexts(directory);
    const worthIt = openCache !== undefined && files.length >= WORTH_CACHING;
    return ok(worthIt ? readCached(files, openCache(directory)) : readProgram(files));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail({ code: 3, message: `${directory} cannot be read: ${error.message}.` });
  }
}

/** A write below the folder: temporary file, then rename, so that a reader never sees half a file. */
async function writeOne(directory: string, path: string, text: string | undefined): Promise<void> {
  const target = resolve(directory, path);
  if (!target.startsWith(resolve(directory) + sep))
    throw new Error(`refusing to write outside the program: ${path}`);
  if (text === undefined) return rm(target, { force: true });
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, target);
}

/** Program folders on this machine's file system. Without `openCache` every file is parsed in every call. */
export const programFiles = (cwd: string, openCache?: OpenCache): ProgramFiles => ({
  find: (given) => find(cwd, given),
  read: (directory, { cache }) => read(directory, cache ? openCache : undefined),
  list,
  write: async (directory, files) => {
    const folder = resolve(cwd, directory);
    for (const { path, text } of files) await writeOne(folder, path, text);
  },
  readText: (path) => readFile(resolve(cwd, path), 'utf8').catch(() => undefined),
});
