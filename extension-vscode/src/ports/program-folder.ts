import { recordKinds, recordTypes } from '@milepost/shared/record/record-types';

/** One program folder as the workspace gives it. Paths are below the folder, `/` separated. */
export type ProgramFolder = {
  /** Shown to people, e.g. `acme/program`. */
  name: string;
  /** All paths a program can have; nothing outside them is listed. */
  list(): Promise<readonly string[]>;
  /** Undefined when the file does not exist. */
  read(path: string): Promise<Uint8Array | undefined>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Whether an editor holds unsaved changes of the file. */
  isUnsaved(path: string): boolean;
  /** Called with paths that were created, changed or removed, folders among them, in batches. Returns the way to stop. */
  watch(listener: (paths: readonly string[]) => void): () => void;
};

/** Files at the top of a program folder. */
export const TOP_FILES = ['program.yaml', 'people.yaml', 'roles.yaml', 'policy.yaml'] as const;

/** Folders that hold records: a program at the root of a repository must not list the whole repository. */
export const RECORD_FOLDERS: readonly string[] = [
  ...new Set(recordKinds.map((kind) => recordTypes[kind].path('X-1').split('/')[0] ?? '')),
  'imports',
];

/** True for a path that may belong to a program. */
export function isProgramPath(path: string): boolean {
  if (!/\.ya?ml$/.test(path) || path.split('/').some((part) => part === '..' || part === ''))
    return false;
  return path.includes('/')
    ? RECORD_FOLDERS.includes(path.slice(0, path.indexOf('/')))
    : (TOP_FILES as readonly string[]).includes(path);
}

/** One entry of a folder. Symbolic links are neither: a record must lie in the program folder itself. */
export type Entry = { name: string; is: 'file' | 'folder' | 'other' };

/** Gate and release folders are the deepest: `gates/G-2/criteria/G-2.3.yaml`. */
const DEEPEST = 3;

async function listBelow(
  entriesOf: (folder: string) => Promise<readonly Entry[]>,
  folder: string,
  depth: number,
): Promise<string[]> {
  const found = await Promise.all(
    (await entriesOf(folder)).map(async ({ name, is }) => {
      const path = `${folder}/${name}`;
      if (is === 'file') return isProgramPath(path) ? [path] : [];
      return is === 'folder' && depth > 0 ? listBelow(entriesOf, path, depth - 1) : [];
    }),
  );
  return found.flat();
}

/** All program paths, given how a folder is listed (`` is the program folder; a missing one has no entries). */
export async function listProgram(
  entriesOf: (folder: string) => Promise<readonly Entry[]>,
): Promise<string[]> {
  const top = (await entriesOf('')).filter(({ is }) => is === 'file').map(({ name }) => name);
  const below = await Promise.all(
    RECORD_FOLDERS.map((folder) => listBelow(entriesOf, folder, DEEPEST - 1)),
  );
  return [...top.filter(isProgramPath), ...below.flat()].toSorted();
}
