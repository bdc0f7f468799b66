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
  /** What both started from. */
  base: unknown;
  mine: unknown;
  theirs: unknown;
};
