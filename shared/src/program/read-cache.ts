import type { ProgramFile } from './program.ts';
import type { FileReading } from './read-file.ts';
import { readFile } from './read-file.ts';

/**
 * Readings kept between calls, by path and blob id (a `Map` is one). Values are plain data, so a store may persist
 * them; a persisted cache must be thrown away when `READING_VERSION` changes.
 */
export type ReadCache = {
  get(key: string): FileReading | undefined;
  set(key: string, reading: FileReading): unknown;
};

/** Changes whenever the same text would be read into other data. */
export const READING_VERSION = 1;

/** Cache key of a file, undefined when its blob id is not known. */
export const cacheKey = (file: ProgramFile): string | undefined =>
  file.blob === undefined ? undefined : `${file.blob} ${file.path}`;

/** Reads a file, or takes the reading of the same path and blob from the cache: the same objects then. */
export function readCached(file: ProgramFile, cache: ReadCache | undefined): FileReading {
  const key = cache === undefined ? undefined : cacheKey(file);
  const known = key === undefined ? undefined : cache?.get(key);
  if (known !== undefined) return known;
  const reading = readFile(file);
  if (key !== undefined) cache?.set(key, reading);
  return reading;
}
