import type { Result } from '@milepost/shared/result';

export type FolderFailure = { code: 'gone' | 'denied' | 'full' | 'broken'; detail: string };

/** One file as a listing shows it. `stamp` changes whenever the file may have changed (time and size). */
export type FolderEntry = { path: string; stamp: string };

/** Whether the text a file has at this moment, undefined when there is none, is still what an edit was made on. */
export type IsStill = (now: string | undefined) => Promise<boolean>;

/** A program folder on a disk, in the fewest words: node:fs, the VS Code workspace or a picked browser folder. */
export type FolderPort = {
  /** YAML files below the folder, paths `/` separated; links are not followed. */
  list(): Promise<Result<readonly FolderEntry[], FolderFailure>>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Result<string | undefined, FolderFailure>>;
  /**
   * Old or new content at any moment, never a half; `undefined` removes the file. The new content is put ready first and
   * `isStill` asked last of all: `changed` when somebody else wrote meanwhile, and then nothing was written.
   */
  writeAtomic(
    path: string,
    text: string | undefined,
    isStill: IsStill,
  ): Promise<Result<'written' | 'changed', FolderFailure>>;
  /** Tells of changes until the signal; absent where the system cannot: then one looks from time to time. */
  watch?(listener: () => void, signal: AbortSignal): void;
};
