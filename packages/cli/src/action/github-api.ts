import type { Review } from './given-reviews.ts';
import type { Pull } from './pull-event.ts';

export type Comment = { id: number; author: string; body: string };

export type Annotation = {
  path: string;
  line: number;
  level: 'failure' | 'warning' | 'notice';
  title: string;
  message: string;
};

/** What a check run says; `externalId` tells ours from others of the same name. */
export type CheckRun = {
  name: string;
  externalId: string;
  conclusion: 'success' | 'failure';
  title: string;
  summary: string;
  annotations: readonly Annotation[];
};

/**
 * GitHub's REST interface, as far as one pull request needs it. Reading never changes anything; the last three write.
 * Answers other than success are thrown by the client as errors with a `status`.
 */
export type GithubApi = {
  /** The commit where the pull request left its base, and every path that differs since (at most 3,000). */
  compare(pull: Pull): Promise<{ mergeBase: string; paths: readonly string[] }>;
  /** In the order they were submitted. */
  reviews(pull: Pull): Promise<readonly Review[]>;
  /** Names of checks that rules of the repository require on the base branch. */
  requiredChecks(pull: Pull): Promise<readonly string[]>;
  comments(pull: Pull): Promise<readonly Comment[]>;
  createComment(pull: Pull, body: string): Promise<void>;
  updateComment(pull: Pull, id: number, body: string): Promise<void>;
  /** Writes the check on the head commit, over the one it wrote before. */
  writeCheck(pull: Pull, check: CheckRun): Promise<void>;
};

/** HTTP status of an answer that was thrown; undefined when the error is something else. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
