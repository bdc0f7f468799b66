import type { Edit, EditConflict } from '@milepost/shared/change/edit';
import type { Program } from '@milepost/shared/program/program';
import type { Result } from '@milepost/shared/result';
import type { Author, HostFailure } from './git-host.ts';

/** Life of one accepted edit. It leaves the outbox only when published, or when its author discards it. */
export type PendingState =
  | 'saved'
  | 'publishing'
  | 'published'
  | 'waiting'
  | 'conflict'
  | 'refused';

/**
 * Where an edit stands that goes by a proposal (rulings A1). `draft`: on the branch, nobody asked to review it;
 * `declined`: the edit is kept and can be revived with `revise`.
 */
export type ProposalState = 'draft' | 'in-review' | 'landed' | 'declined';

export type Proposal = {
  state: ProposalState;
  /** `milepost/<login>`. */
  branch: string;
  /** The pull request, or the branch where the host has no driver for pull requests. */
  url?: string;
  /** The commit of the branch that holds it; absent while it is not there. */
  commit?: string;
  /** Blob ids that its files had on the program branch when the two branches last met; empty: no such file. */
  base?: Readonly<Record<string, string>>;
  /** Its author changed it since; the branch holds what it was. */
  revised?: true;
  /** Discarded by its author; it leaves once the branch is without it. */
  withdrawn?: true;
};

/** The other side of a conflict, as far as the host tells. */
export type TheirSide = {
  /** Commit at which the two values met first. */
  commit: string;
  /** One of these wrote it: everybody who committed in between. */
  authors: readonly Author[];
  /** RFC 3339. */
  noticedAt: string;
};

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
  /** While in conflict. */
  theirs?: TheirSide;
  /** RFC 3339; no attempt before. */
  notBefore?: string;
  /** Who made it. */
  author?: Author;
  /** Head of the program branch that its author saw. */
  seen?: string;
  /**
   * It goes by a proposal. While that is open its `state` is `waiting` (or `saved`, `publishing` until the branch
   * holds it); `published` once it has landed; `refused` when it was declined.
   */
  proposal?: Proposal;
};

/** One field with two values, both kept until a person chooses (`Store.resolve`). */
export type OpenConflict = EditConflict & {
  operation: string;
  /** What the person wanted to do, as the commit would say it. */
  summary: string;
  note: string;
  /** Of `mine`. */
  author: Author | undefined;
  savedAt: string;
  their: TheirSide | undefined;
};

/** A person's choice for one conflicting field: one of the two values, or a third one. */
export type Choice = Pick<EditConflict, 'path' | 'field'> &
  ({ take: 'mine' | 'theirs' } | { take: 'value'; value: unknown });

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
  /** Every field that waits for a person's choice. */
  conflicts(): Promise<readonly OpenConflict[]>;
  /**
   * Carries out a person's choices on one conflicting edit. Fields without a choice stay in conflict. An edit of
   * which nothing is left (all `theirs`) leaves the outbox: its answer is `published` without a commit.
   */
  resolve(operation: string, choices: readonly Choice[]): Promise<Result<PendingEdit, NotSaved>>;
  /** Takes a pending edit out, by its author's wish. */
  discard(operation: string): Promise<void>;
  /** Publishes what is pending, then reads what is new. Never throws; the outcome is the state. */
  sync(signal: AbortSignal): Promise<SyncState>;
  state(): SyncState;
  /** Called after every change of program, pending edits or state. */
  subscribe(listener: () => void): () => void;
};
