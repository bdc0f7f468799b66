/**
 * States of one record type, the moves between them and what each state asks for (domain part 1).
 * `void` (created by mistake) is reachable from everywhere and is not listed in `moves`.
 */
export type Lifecycle<State extends string = string> = {
  /** In the order of a normal life; the first is where capture starts. */
  states: readonly [State, ...State[]];
  /** Nothing is expected of the record any more. */
  terminal: readonly State[];
  moves: Readonly<Partial<Record<State, readonly State[]>>>;
  /** Dotted field names that must be present in the state (not inherited: each state lists all of its own). */
  required: Readonly<Partial<Record<State, readonly string[]>>>;
};

export const mayMove = (lifecycle: Lifecycle, from: string, to: string): boolean =>
  from === to || to === 'void' || (lifecycle.moves[from] ?? []).includes(to);

export const isTerminal = (lifecycle: Lifecycle, state: string): boolean =>
  state === 'void' || lifecycle.terminal.includes(state);
