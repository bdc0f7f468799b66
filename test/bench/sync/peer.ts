/** Where a client works: an address to read and write, and a folder of its own on disk. */
export type Place = {
  url: string;
  /** Program folder in the repository; empty when the repository is the program. */
  folder: string;
  /** Empty folder on disk for all it keeps. */
  home: string;
};

/** Texts of the program's files by path, as the client holds them after a step. */
export type Texts = ReadonlyMap<string, string>;

/** One way to keep a program's records in step with a Git host. Every step ends with all texts at hand. */
export type Peer = {
  /** From nothing to all texts. */
  first(): Promise<Texts>;
  /** Asks for news when there is none. */
  poll(): Promise<Texts>;
  /** Takes what somebody else committed. */
  pull(): Promise<Texts>;
  /** Publishes a change of one record: `risks/R-5.yaml` gets a line with this word. */
  push(word: string): Promise<Texts>;
};

export type Step = keyof Peer;
export const steps: readonly Step[] = ['first', 'poll', 'pull', 'push'];

export const changedRecord = 'risks/R-5.yaml';
