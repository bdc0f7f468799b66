import type { FileChange, Program, ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { isProgramPath, type ProgramFolder } from '../ports/program-folder.ts';

/** One program of the workspace, read when first asked for and kept up to date from then on. */
export type ProgramModel = {
  readonly folder: ProgramFolder;
  /** Reads the folder the first time. Rejects only when the file system fails. */
  program(): Promise<Program>;
  /** What has been read so far; asks for nothing. */
  current(): Program | undefined;
  /** Reads these files again, for instance after we wrote them. */
  refresh(paths: readonly string[]): Promise<void>;
  /** Forgets everything; the next question reads the folder again. */
  reload(): void;
  onDidChange(listener: () => void): () => void;
  dispose(): void;
};

/** The exact text of a file: a byte order mark stays, so that an unchanged file is written back as it was. */
export const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Remote file systems answer one by one; more at a time than this gains nothing. */
const AT_ONCE = 64;

async function readFiles(folder: ProgramFolder, paths: readonly string[]): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const part = paths.slice(at, at + AT_ONCE).map(async (path) => {
      const bytes = await folder.read(path);
      return { path, text: bytes && decode(bytes) };
    });
    changes.push(...(await Promise.all(part)));
  }
  return changes;
}

async function readAll(folder: ProgramFolder): Promise<Program> {
  const files = await readFiles(folder, await folder.list());
  return readProgram(files.filter((file): file is ProgramFile => file.text !== undefined));
}

const differs = (program: Program, { path, text }: FileChange): boolean =>
  program.files.get(path)?.text !== text;

/** A folder stands for the files that were in it and those that are in it now. */
async function filesAt(
  folder: ProgramFolder,
  before: Program,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.every(isProgramPath)) return paths;
  const known = [...before.files.keys(), ...(await folder.list())];
  const inside = known.filter((file) => paths.some((path) => file.startsWith(`${path}/`)));
  return [...new Set([...paths.filter(isProgramPath), ...inside])];
}

type Reading = { now: Promise<Program> | undefined; last: Program | undefined };

/** Applies changed files one batch after another: two batches of the watcher must not overtake each other. */
function follower(
  folder: ProgramFolder,
  reading: Reading,
  tell: () => void,
  report: (error: unknown) => void,
): (paths: readonly string[]) => Promise<void> {
  let line: Promise<void> = Promise.resolve();
  async function follow(paths: readonly string[]): Promise<void> {
    if (reading.now === undefined) return;
    const before = await reading.now;
    const files = await filesAt(folder, before, paths);
    const changes = (await readFiles(folder, files)).filter((change) => differs(before, change));
    if (changes.length === 0) return;
    reading.last = withChanges(before, changes);
    reading.now = Promise.resolve(reading.last);
    tell();
  }
  return (paths) => {
    line = line.then(() => follow(paths)).catch(report);
    return line;
  };
}

/** `report` hears of file system failures while following changes; they never break what is shown. */
export function programModel(
  folder: ProgramFolder,
  report: (error: unknown) => void,
): ProgramModel {
  const listeners = new Set<() => void>();
  const reading: Reading = { now: undefined, last: undefined };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const refresh = follower(folder, reading, tell, report);
  let stopWatching: (() => void) | undefined;

  async function start(): Promise<Program> {
    stopWatching ??= folder.watch((paths) => void refresh(paths));
    try {
      reading.last = await readAll(folder);
    } catch (error) {
      reading.now = undefined;
      throw error;
    }
    tell();
    return reading.last;
  }

  return {
    folder,
    program() {
      reading.now ??= start();
      return reading.now;
    },
    current: () => reading.last,
    refresh,
    reload() {
      Object.assign(reading, { now: undefined, last: undefined });
      tell();
    },
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      stopWatching?.();
      listeners.clear();
    },
  };
}
