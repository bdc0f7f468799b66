import type { Said } from '../context/badge.ts';

/** Domain 2.6. Grey is "stale": no forecast confirmed for 14 days. */
export type Rag = 'red' | 'amber' | 'green' | 'grey' | 'complete' | 'not_started';

export type Health = {
  rag: Rag;
  /** Every fact that made it so, worst first; empty when green. */
  why: readonly Said[];
};
