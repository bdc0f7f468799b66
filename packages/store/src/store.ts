import type { Edit, EditConflict } from '@milepost/shared/change/edit';
import type { Program } from '@milepost/shared/program/program';
import type { Result } from '@milepost/shared/result';
import type { HostFailure } from './git-host.ts';

/** Life of one accepted edit. It leaves the outbox only when published, or when its author discards it. */
export type PendingState =
  | 'saved'
  | 'publishing'
  | 'published'
  | 'waiting'
  | 'conflict'
  | 'refused';

export type PendingEdit = {
  /** Operation id, also a trailer of the commit. */
  operation: string;
  edit: Edit;
  note: string;
  /** RFC 3339. */
  savedAt: string;
  state: PendingState;
  /** Id of the commit that carries it, stored before it is sent. */
  commit?: string;
  commitUrl?: string;
  failure?: HostFailure;
  conflicts?: readonly EditConflict[];
  /** RFC 3339; no attempt before. */
  notBefore?: string;
};

/** What a person sees about one connected program. */
export type SyncState =
  | { state: 'never-read' }
  | { state: 'up-to-date'; commit: string; checkedAt: string }
  | { state: 'reading'; done: number; total: number }
  | { state: 'publishing'; count: number }
  | { state: 'waiting'; until: string; failure: HostFailure }
  | { state: 'offline'; checkedAt?: string }
  | { state: 'needs-you'; conflicts: number; refused: number }
  | { state: 'needs-token'; failure: HostFailure }
  | { state: 'failed'; failure: HostFailure };

export type NotSaved = {
  code: 'storage-full' | 'storage-broken' | 'read-only' | 'not-pending';
  detail: string;
};

/**
 * One program: read from a cache at once, synchronised when asked. `edit` answers only after the edit is durable
 * on this machine (strict durability); what happens to it afterwards is in `pending`.
 */
export type Store = {
  program(): Promise<Program>;
  /**
   * The program of these files only, quick after a cold start; undefined when they are not in the cache as they are
   * published, or when edits wait.
   */
  part(paths: readonly string[]): Promise<Program | undefined>;
  pending(): Promise<readonly PendingEdit[]>;
  edit(edit: Edit, note: string): Promise<Result<PendingEdit, NotSaved>>;
  /**
   * Puts another edit in the place of a conflicting or refused one: the values its author chose, or the same edit to
   * try again. A commit on its way stays what it is.
   */
  revise(operation: string, edit: Edit): Promise<Result<PendingEdit, NotSaved>>;
  /** Takes a pending edit out, by its author's wish. */
  discard(operation: string): Promise<void>;
  /** Publishes what is pending, then reads what is new. Never throws; the outcome is the state. */
  sync(signal: AbortSignal): Promise<SyncState>;
  state(): SyncState;
  /** Called after every change of program, pending edits or state. */
  subscribe(listener: () => void): () => void;
};
