import type { Verdict } from './judge-mutants.ts';

/** What a thread is asked, and what it says. */
export type Order = { rooms: readonly string[]; ids: readonly number[] };
export type Said =
  | { kind: 'broken'; broken: readonly string[] }
  | { kind: 'ready'; tests: number }
  | { kind: 'begin'; id: number }
  | { kind: 'verdict'; verdict: Verdict };
