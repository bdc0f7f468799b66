import { readFile, rename } from 'node:fs/promises';
import { fail, ok, type Result } from '@milepost/shared/result';
import { withFileLock } from '../node/with-file-lock.ts';
import { writeAtomically } from '../node/write-atomically.ts';
import type { NotSaved } from '../store.ts';
import { byOrder, type Outbox, type OutboxEntry } from './outbox.ts';
import { asOutboxEntry } from './read-entry.ts';

type Stored = { known: Map<string, OutboxEntry>; unknown: readonly unknown[] };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A file we cannot read is put aside, never overwritten: somebody's edits may be in it. */
const readStored = async (path: string): Promise<Stored> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const value = parse(text);
  if (!Array.isArray(value)) {
    await rename(path, `${path}.unreadable-${Date.now()}`);
    return { known: new Map(), unknown: [] };
  }
  const known = new Map<string, OutboxEntry>();
  const unknown: unknown[] = [];
  for (const item of value as unknown[]) {
    const entry = asOutboxEntry(item);
    if (entry === undefined) unknown.push(item);
    else known.set(entry.operation, entry);
  }
  return { known, unknown };
};

const toNotSaved = (error: unknown): NotSaved => {
  const code = (error as NodeJS.ErrnoException).code;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return { code: isFull ? 'storage-full' : 'storage-broken', detail: String(error) };
};

/** An outbox in one JSON file, written by temporary file, fsync and rename; two processes may share it. */
export const fileOutbox = (path: string): Outbox => {
  const change = (
    work: (entries: Map<string, OutboxEntry>) => void,
  ): Promise<Result<void, NotSaved>> =>
    withFileLock(`${path}.lock`, async () => {
      const stored = await readStored(path);
      work(stored.known);
      const content = [...stored.known.values(), ...stored.unknown];
      await writeAtomically(path, `${JSON.stringify(content, undefined, 1)}\n`);
      return ok(undefined);
    }).catch((error: unknown) => fail(toNotSaved(error)));
  return {
    list: async () => {
      const { known } = await withFileLock(`${path}.lock`, () => readStored(path));
      return [...known.values()].toSorted(byOrder);
    },
    put: (changed) =>
      change((entries) => {
        for (const entry of changed) entries.set(entry.operation, entry);
      }),
    remove: (operations) =>
      change((entries) => {
        for (const operation of operations) entries.delete(operation);
      }),
  };
};
