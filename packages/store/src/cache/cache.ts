import type { SnapshotCache } from '../git/object-shelf.ts';
import type { TreeFile } from '../git-host.ts';

/** The newest commit we have read completely: every text it names was saved before it. */
export type ReadState = { commit: string; checkedAt: string; files: readonly TreeFile[] };

/**
 * What one client has read of one program. Everything in it can be read again: a cache that is broken, full or of an
 * older version answers as if it were empty and never throws. It shares no storage with the outbox.
 */
export type Cache = {
  readState(): Promise<ReadState | undefined>;
  saveReadState(state: ReadState): Promise<void>;
  /** Texts by blob id; those it lacks are left out. */
  texts(blobs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  saveTexts(texts: ReadonlyMap<string, string>): Promise<void>;
  /** Forgets texts that no longer belong to the program. */
  keepOnly(blobs: ReadonlySet<string>): Promise<void>;
  /** Plain data derived from the program (the compact index, parsed records), by name; the caller checks its version. */
  derived(name: string): Promise<unknown>;
  saveDerived(name: string, value: unknown): Promise<void>;
  /** For the git driver: trees of the newest commit. */
  trees: SnapshotCache;
  clear(): Promise<void>;
};
