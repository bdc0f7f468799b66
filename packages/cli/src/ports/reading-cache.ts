import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { READING_VERSION, type ReadCache } from '@milepost/shared/program/read-cache';
import { sameValue } from '@milepost/shared/text/field-value';

type Reading = NonNullable<ReturnType<ReadCache['get']>>;

/** What was read from a program's files, kept between calls by the content of each file. Never changes an answer. */
export type ReadingCache = ReadCache & {
  /** Keeps what this call used, if any of it was new. A cache that cannot be written is gone without. */
  save(): void;
};

/** Below this many files reading them again is as quick as reading the cache. */
export const WORTH_CACHING = 200;

/** The person's cache folder: outside every repository. `MILEPOST_CACHE` names another. */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: string): string {
  if (environment.MILEPOST_CACHE) return environment.MILEPOST_CACHE;
  if (platform === 'win32' && environment.LOCALAPPDATA)
    return join(environment.LOCALAPPDATA, 'milepost', 'cache');
  const home = platform === 'darwin' ? join('Library', 'Caches') : '.cache';
  return join(environment.XDG_CACHE_HOME || join(homedir(), home), 'milepost');
}

const hash = (algorithm: 'sha1' | 'sha256', text: string): string =>
  createHash(algorithm).update(text).digest('hex');

/** The id Git gives a text: what a reading is kept by. */
export function blobId(text: string): string {
  const head = `blob ${Buffer.byteLength(text)}\0`;
  return createHash('sha1').update(head).update(text).digest('hex');
}

/** First line: what wrote the rest, and its digest, so that a damaged or older file is seen for what it is. */
const headOf = (build: string, body: string): string =>
  `milepost-readings ${READING_VERSION} ${build} ${hash('sha256', body)}\n`;

function parseStored(text: string, build: string): Map<string, Reading> {
  const end = text.indexOf('\n') + 1;
  const body = text.slice(end);
  if (text.slice(0, end) !== headOf(build, body)) return new Map();
  return new Map(JSON.parse(body) as [string, Reading][]);
}

const isFileError = (error: unknown): boolean => error instanceof Error && 'code' in error;

function load(path: string, build: string): Map<string, Reading> {
  try {
    return parseStored(readFileSync(path, 'utf8'), build);
  } catch (error) {
    if (isFileError(error)) return new Map();
    throw error;
  }
}

/** JSON has no NaN and no infinities: it writes `null`, and such a reading is not kept. */
function survives(reading: Reading): boolean {
  const text = JSON.stringify(reading);
  return !text.includes('null') || sameValue(JSON.parse(text), reading);
}

function store(path: string, build: string, readings: ReadonlyMap<string, Reading>): void {
  const body = JSON.stringify([...readings]);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, headOf(build, body) + body, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    if (!isFileError(error)) throw error;
  }
}

/**
 * The cache of one program folder. `build` tells builds of the command apart: another build may read the same text into
 * other data.
 */
export function openReadingCache(folder: string, directory: string, build: string): ReadingCache {
  const path = join(folder, `${hash('sha256', directory).slice(0, 32)}.json`);
  const known = load(path, build);
  const used = new Map<string, Reading>();
  let fresh = 0;
  return {
    get: (key) => {
      const reading = known.get(key);
      if (reading !== undefined) used.set(key, reading);
      return reading;
    },
    set: (key, reading) => {
      if (!survives(reading)) return;
      fresh += 1;
      used.set(key, reading);
    },
    save: () => {
      if (fresh > 0) store(path, build, used);
    },
  };
}
