/** Place of a value inside a YAML file: keys and array positions from the root. */
export type FieldPath = readonly (string | number)[];

/** One change of one value. Values are plain JSON data. */
export type FieldOp =
  /** `was` is what the person saw (absent key: undefined); rebasing compares with it. */
  | { op: 'set'; path: FieldPath; value: unknown; was: unknown }
  | { op: 'remove'; path: FieldPath; was: unknown }
  /** Adds to the end of an array (`log`, `evidence`, `forecast_history` …), making it when absent. */
  | { op: 'append'; path: FieldPath; value: unknown };

export type FileEdit =
  /** A new file. Rebasing renumbers it when the id is taken by then. */
  | {
      kind: 'create';
      path: string;
      id: string | undefined;
      data: Readonly<Record<string, unknown>>;
    }
  | { kind: 'change'; path: string; ops: readonly FieldOp[] };

/** What one intention of one person does to the program: field operations per file, never whole texts. */
export type Edit = {
  /** Which intention it was: `tag-dependency`, `verify-criterion`, `sign-off` … */
  intent: string;
  /** Ids the commit message names (`Program-Item:` trailer). */
  items: readonly string[];
  files: readonly FileEdit[];
  /** First line of the commit message. */
  summary: string;
  /**
   * Decision-rights rules (`DR-06`) that this profile puts on the fields it changes: the store makes a proposal of
   * it (rulings A1). Absent or empty: straight to the branch.
   */
  controlled?: readonly string[];
};

/** A guard said no: what is missing and who can give it. */
export type Refusal = {
  code: string;
  facts: Readonly<Record<string, string | number | readonly string[]>>;
  whoCan: readonly string[];
};

/** The same field holds two values. Both are kept until a person chooses. */
export type EditConflict = {
  path: string;
  field: FieldPath;
  /** Absent: two values of one field. `path-taken` asks for a new id (`change/renumber`), not for a choice. */
  reason?: 'path-taken' | 'file-gone' | 'broken-text';
  /** What both started from. */
  base: unknown;
  mine: unknown;
  theirs: unknown;
};
