import type { Program } from '@milepost/shared/program/program';
import type { Result } from '@milepost/shared/result';

export const FORMATS = ['text', 'json', 'markdown', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** 0 fine, 1 findings at or above `--fail-on`, 2 the call was wrong, 3 something could not be read. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Why something could not be read, and what to do. */
export type CannotRead = { code: ExitCode; message: string; next?: string };

/** The world of a command; `compose.ts` builds it from Node, tests from values. */
export type Environment = {
  cwd: string;
  /** YYYY-MM-DD, the default of `--as-of`. */
  today: string;
  /** RFC 3339, for log entries. */
  now: string;
  /** Colours and widths are for a terminal only. */
  terminal: { colour: boolean; width: number };
  files: ProgramFiles;
  history: History;
  /** Name and e-mail of who runs the command (git config). */
  identity(directory: string): Promise<{ name?: string; email?: string }>;
  readInput(): Promise<string>;
};

/** Program folders on this machine. Paths in and out are absolute or relative to `cwd`. */
export type ProgramFiles = {
  /** The folder that holds `program.yaml`: `given`, or found from `cwd`. */
  find(given: string | undefined): Promise<Result<string, CannotRead>>;
  /** `cache: false` parses every file anew; the program is the same. */
  read(directory: string, options: { cache: boolean }): Promise<Result<Program, CannotRead>>;
  /** Writes texts below the folder, creating folders; refuses to leave it. */
  write(
    directory: string,
    files: readonly { path: string; text: string | undefined }[],
  ): Promise<void>;
  readText(path: string): Promise<string | undefined>;
  /** Paths of the YAML files below the folder; reads none of them. */
  list(directory: string): Promise<readonly string[]>;
};

/** `at` is RFC 3339, when it was committed. */
export type Commit = { id: string; at: string; uncommitted: boolean };

/** The Git repository around a program folder. */
export type History = {
  programAt(directory: string, revision: string): Promise<Result<Program, CannotRead>>;
  mergeBase(directory: string, revision: string): Promise<Result<string, CannotRead>>;
  branch(directory: string): Promise<string | undefined>;
  /** The commit a revision names; `uncommitted`: files of the folder differ from HEAD. */
  commit(directory: string, revision: string): Promise<Commit | undefined>;
  /** Repository-relative paths that differ from the revision, and paths of the working tree. */
  changedPaths(directory: string, revision: string): Promise<readonly string[]>;
  /** `owner/name` of the `origin` remote, where it has that form. */
  repository(directory: string): Promise<string | undefined>;
};

/** What a command prints: `data` for `--format json`, the rest rendered on demand. */
export type Output = {
  code: ExitCode;
  data: unknown;
  text: () => string;
  markdown?: () => string;
  /** GitHub Actions workflow commands (`::error file=…`). */
  github?: () => string;
};

export type OptionSpec = {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: true;
  help: string;
  /** Shown in help: `--from DATE`. */
  value?: string;
};

export type Arguments = {
  positionals: readonly string[];
  options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
};

export type Run = {
  environment: Environment;
  /** Absolute folder of the program. */
  directory: string;
  program: Program;
  asOf: string;
  format: Format;
  arguments: Arguments;
};

export type Command = {
  name: string;
  summary: string;
  /** After the name: `ID`, `[PATH…]`. */
  positionals: string;
  options: Readonly<Record<string, OptionSpec>>;
  examples: readonly string[];
} & (
  | { needs: 'program'; run(run: Run): Promise<Output> }
  | { needs: 'nothing'; run(run: Omit<Run, 'program' | 'directory'>): Promise<Output> }
);

/** A wrong call: said on stderr with the command's usage. */
export const usage = (message: string): Output => ({
  code: 2,
  data: { error: 'usage', message },
  text: () => message,
});

export const cannotRead = (failure: CannotRead): Output => ({
  code: failure.code,
  data: { error: 'cannot-read', message: failure.message, next: failure.next },
  text: () => [failure.message, failure.next].filter(Boolean).join('\n'),
});

/** The one value of a string option. */
export function stringOption(given: Arguments, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}

export const flag = (given: Arguments, name: string): boolean => given.options[name] === true;
