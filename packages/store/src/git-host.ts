import type { FileChange } from '@milepost/shared/program/program';
import type { Result } from '@milepost/shared/result';

/**
 * A commit id, 40 hex digits. Hosts that name a commit only when they make it (GitHub's API, a folder) take the name
 * `prepare` gave everywhere in its place; `GitHost.landed` tells the real one.
 */
export type CommitId = string;

/** One file below the program folder, as a commit holds it. `path` is relative to the folder. */
export type TreeFile = { path: string; blob: string; size?: number };

/** What went wrong, told apart by what a person does next. `detail` is the host's own text, cut and untrusted. */
export type HostFailure = {
  code:
    | 'offline'
    | 'timeout'
    | 'unauthorized'
    | 'forbidden'
    | 'not-found'
    | 'branch-not-found'
    | 'folder-not-found'
    | 'rate-limited'
    | 'host-error'
    | 'protected-branch'
    | 'hook-declined'
    | 'not-a-git-host'
    | 'protocol-too-old'
    | 'sha256-repository'
    | 'corrupt-answer'
    | 'too-large'
    | 'redirected-away'
    /** A symbolic link, a submodule or a name that is no plain file name is in the way of a write. */
    | 'unsafe-path'
    /** This machine could not store what must be durable before sending. */
    | 'storage-full'
    | 'cancelled';
  url: string;
  status?: number;
  /** Seconds to wait, when the host said so. */
  retryAfter?: number;
  detail?: string;
  /** What the token lacks, where the host says so: `contents=write`, `pull_requests=write`, `scope=repo`, `sso`. */
  needs?: readonly string[];
};

export type CommitMessage = { summary: string; trailers: readonly (readonly [string, string])[] };
export type Author = { name: string; email: string };

/**
 * A Git host seen through one program folder on one branch. Implementations never force, never touch a path
 * outside the folder, and verify every object they receive. All calls stop with the signal (`cancelled`).
 */
export type GitHost = {
  /** The branch's head; `unchanged` when it still is `seen`. One request. */
  head(
    seen: CommitId | undefined,
    signal: AbortSignal,
  ): Promise<Result<CommitId | 'unchanged', HostFailure>>;
  /** Files of the program folder at a commit. */
  tree(commit: CommitId, signal: AbortSignal): Promise<Result<readonly TreeFile[], HostFailure>>;
  /** Texts by blob id; only those asked for. */
  blobs(
    blobs: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, string>, HostFailure>>;
  /** Builds the commit on `parent` without sending it. Its id is stored before `push` (rulings D4). */
  prepare(
    parent: CommitId,
    changes: readonly FileChange[],
    message: CommitMessage,
    author: Author,
    /** RFC 3339; fixed by the caller so that a retry makes the same commit. */
    at: string,
    signal: AbortSignal,
    /**
     * Head of this branch, when `parent` is the head of another one (the program branch): the commit becomes a merge
     * of the two with the files of `parent` and the changes, and `push` expects the branch at `over`. Only passed
     * where `canMerge` is true.
     */
    over?: CommitId,
  ): Promise<Result<PreparedCommit, HostFailure>>;
  /** `prepare` takes `over`: a proposal can be brought up to date with the program branch without force. */
  canMerge?: boolean;
  /** Sends it: `moved` when the branch is no longer at `parent`. */
  push(
    prepared: PreparedCommit,
    signal: AbortSignal,
  ): Promise<Result<'pushed' | 'moved', HostFailure>>;
  /** Whether `commit` is in the history of the branch; decides after a lost answer. */
  contains(commit: CommitId, signal: AbortSignal): Promise<Result<boolean, HostFailure>>;
  /**
   * The id of a prepared commit in the branch's history, after `push` or `contains` found it there. Absent where
   * `prepare` names commits as they will be.
   */
  landed?(prepared: CommitId): CommitId | undefined;
  /** Web address of a commit, where the host has one. */
  commitUrl(commit: CommitId): string | undefined;
  /** Web address of the branch, where the host has one. */
  branchUrl?(): string | undefined;
  /**
   * Who wrote the commits that `to` has and `from` has not, each person once, newest first: who may have published
   * a value that meets another one. At most a few requests.
   */
  authorsBetween?(
    from: CommitId,
    to: CommitId,
    signal: AbortSignal,
  ): Promise<Result<readonly Author[], HostFailure>>;
};

/** The newest pull request (merge request) from a proposal branch into the program branch. */
export type Review = {
  state: 'draft' | 'open' | 'merged' | 'closed';
  /** Web address for a person. */
  url: string;
  /** Head of the proposal branch that was reviewed, merged or closed. */
  head: CommitId;
};

/** Pull requests of one proposal branch; only hosts that have a driver for them. All calls stop with the signal. */
export type ReviewHost = {
  /** The newest one; undefined when there never was one. */
  latest(signal: AbortSignal): Promise<Result<Review | undefined, HostFailure>>;
  /** Opens one for review; answers the one that is open already. */
  open(
    words: { title: string; body: string },
    signal: AbortSignal,
  ): Promise<Result<Review, HostFailure>>;
};

export type PreparedCommit = {
  id: CommitId;
  /** Where the branch must be for `push` to take it. */
  parent: CommitId;
  payload: Uint8Array;
};
