import type { FileChange, Program, ProgramFile } from '@milepost/shared/program/program';
import { READING_VERSION, type ReadCache } from '@milepost/shared/program/read-cache';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import type { Cache, ReadState } from '../cache/cache.ts';
import type { TreeFile } from '../git-host.ts';

/** The program as the host last gave it, without anybody's pending edits. */
export type Published = {
  /** Absent: never read. */
  commit: string | undefined;
  checkedAt: string | undefined;
  program: Program;
  readings: Map<string, Reading>;
};

type Reading = NonNullable<ReturnType<ReadCache['get']>>;
type StoredReadings = { version: number; readings: [string, Reading][] };

/** Records are YAML; other files of the folder (pictures, notes) are never fetched. */
export const isProgramText = (file: TreeFile): boolean => /\.ya?ml$/i.test(file.path);

const loadReadings = async (cache: Cache): Promise<Map<string, Reading>> => {
  const stored = (await cache.derived('readings')) as StoredReadings | undefined;
  return new Map(stored?.version === READING_VERSION ? stored.readings : []);
};

/** Keeps parsed records for the next life; readings of files that are gone are dropped. */
export const saveReadings = async (cache: Cache, published: Published): Promise<void> => {
  const used = new Set<string>();
  for (const file of published.program.files.values()) used.add(`${file.blob} ${file.path}`);
  for (const key of published.readings.keys()) if (!used.has(key)) published.readings.delete(key);
  const stored: StoredReadings = { version: READING_VERSION, readings: [...published.readings] };
  await cache.saveDerived('readings', stored);
};

const loadFiles = async (
  cache: Cache,
  state: ReadState,
): Promise<readonly ProgramFile[] | undefined> => {
  const wanted = state.files.filter(isProgramText);
  const texts = await cache.texts(wanted.map((file) => file.blob));
  const files = wanted.flatMap(({ path, blob }) => {
    const text = texts.get(blob);
    return text === undefined ? [] : [{ path, blob, text }];
  });
  return files.length === wanted.length ? files : undefined;
};

/** What the cache holds. A cache that lost a text counts as never read: half a program would look like a whole one. */
export const loadPublished = async (cache: Cache): Promise<Published> => {
  const [state, readings] = await Promise.all([cache.readState(), loadReadings(cache)]);
  const files = state === undefined ? undefined : await loadFiles(cache, state);
  const known = files === undefined ? undefined : state;
  return {
    commit: known?.commit,
    checkedAt: known?.checkedAt,
    program: readProgram(files ?? [], readings),
    readings,
  };
};

/** Files that differ between what we have and a newer listing; `text` is filled in by the caller. */
export const changedFiles = (
  program: Program,
  files: readonly TreeFile[],
): { changed: readonly TreeFile[]; gone: readonly string[] } => {
  const wanted = files.filter(isProgramText);
  const paths = new Set(wanted.map((file) => file.path));
  return {
    changed: wanted.filter((file) => program.files.get(file.path)?.blob !== file.blob),
    gone: [...program.files.keys()].filter((path) => !paths.has(path)),
  };
};

/** The published program at a newer commit; records of untouched files stay the same objects. */
export const advancePublished = (
  published: Published,
  state: ReadState,
  changes: readonly FileChange[],
): Published => ({
  ...published,
  commit: state.commit,
  checkedAt: state.checkedAt,
  program: withChanges(published.program, changes, published.readings),
});
