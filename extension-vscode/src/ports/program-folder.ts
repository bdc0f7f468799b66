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
