import type { PlayedTest } from '../mutation/played-tests.ts';

/** Takes a rule out of the running core, and returns what puts it back. */
export type Silence = () => () => void;

/** One row of `docs/coverage.md`. */
export type Row = {
  section: string;
  id: string;
  /** What it is, in a word or two. */
  name: string;
  silence: Silence;
  /** Makes it speak where it should hold its tongue; absent where it has nothing to hold back. */
  loosen?: Silence;
  /** Files a test must pass through to have anything to do with it, below the repository. */
  within: readonly string[];
};

export type Proof = {
  row: Row;
  /** Tests that fail when the rule is silent: those called after it, or else all. */
  proves: readonly PlayedTest[];
  /** Tests that fail when it speaks where it should not; undefined where it always may. */
  refuses: readonly PlayedTest[] | undefined;
};

/** Puts one value in the place of another for a while. */
export function swap<Key extends PropertyKey>(
  holder: Readonly<Record<Key, unknown>>,
  key: Key,
  value: unknown,
): () => void {
  const target = holder as Record<Key, unknown>;
  const before = target[key];
  target[key] = value;
  return () => {
    target[key] = before;
  };
}
