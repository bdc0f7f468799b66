/** Where a program is: what a person types on the options page. */
export type ProgramAddress = {
  url: string;
  branch: string;
  folder: string;
  /** `Name <e-mail>` for commits; GitHub tells it by the token. */
  signedAs?: string;
  /** Facts are judged as of this day instead of today. */
  asOf?: string;
};

export type CheckLine = {
  name: string;
  state: 'met' | 'unmet' | 'skipped' | 'running';
  detail: string;
};

/** One result of *Check connection*: the first failure stops the rest, and every failure names the next step. */
export type CheckResult = {
  level: 'done' | 'medium' | 'critical' | 'offline';
  title: string;
  text: string;
  lines: readonly CheckLine[];
  usable: boolean;
};

/** A file that cannot be read as a record: shown as it is, never rewritten. */
export type BrokenFile = {
  /** `risks/R-19.yaml, line 14` */
  place: string;
  text: string;
  /** Its page on the host, where we know the host's pages. */
  url?: string;
};

/** A connected program as extension pages see it. The token itself is never sent anywhere. */
export type ConnectedProgram = ProgramAddress & {
  key: string;
  name: string;
  tokenEnds?: string;
  records: number;
  state: string;
  trouble?: { title: string; text: string };
  pending: number;
  /** How many files cannot be read, and the first of them. */
  brokenCount: number;
  broken: readonly BrokenFile[];
  checkedAt?: string;
};

/** What only extension pages may ask. */
export type OwnRequest =
  | { type: 'programs' }
  | { type: 'check'; address: ProgramAddress; token?: string }
  | { type: 'connect'; address: ProgramAddress; token?: string }
  | { type: 'disconnect'; key: string }
  | { type: 'sync'; key: string };

export type OwnAnswers = {
  programs: readonly ConnectedProgram[];
  check: CheckResult;
  connect: CheckResult;
  disconnect: { done: boolean };
  sync: readonly ConnectedProgram[];
};
