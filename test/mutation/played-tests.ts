import { format } from 'node:util';

type Body = (...given: never[]) => unknown;

export type PlayedTest = { file: string; title: string; run: () => unknown };

/** Where the stand-in for vitest puts the tests of the file that is being loaded. */
export const collected: { file: string; folder: string[]; tests: PlayedTest[] } = {
  file: '',
  folder: [],
  tests: [],
};

function add(name: string, run: () => unknown): void {
  const title = [...collected.folder, name].join(' > ');
  collected.tests.push({ file: collected.file, title, run });
}

/** `test(title, body)` and `test(title, options, body)`. */
const bodyOf = (given: readonly unknown[]): Body =>
  (given.find((each) => typeof each === 'function') ?? (() => undefined)) as Body;

const pick = (row: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], row);

/** `$a.b` of an object row, `%s` of a list row: as vitest writes it, near enough for a reader. */
function titleOf(pattern: string, row: unknown): string {
  const named = pattern.replace(/\$([\w.]+)/g, (whole, path: string) => {
    const value = pick(row, path);
    return value === undefined ? whole : String(value);
  });
  const wanted = (named.match(/%[sdifjo]/g) ?? []).length;
  return format(named, ...(Array.isArray(row) ? row : [row]).slice(0, wanted));
}

const each =
  (rows: readonly unknown[]) =>
  (pattern: string, ...given: readonly unknown[]) => {
    const body = bodyOf(given) as (...row: readonly unknown[]) => unknown;
    for (const row of rows) {
      add(titleOf(pattern, row), () => body(...(Array.isArray(row) ? row : [row])));
    }
  };

type PlayTest = {
  (title: string, ...given: readonly unknown[]): void;
  each: typeof each;
  skipIf: (skip: boolean) => (title: string, ...given: readonly unknown[]) => void;
};

export const playTest: PlayTest = Object.assign(
  (title: string, ...given: readonly unknown[]) => add(title, bodyOf(given) as () => unknown),
  { each, skipIf: (skip: boolean) => (skip ? () => undefined : playTest) },
);

export function playDescribe(title: string, body: () => void): void {
  collected.folder.push(title);
  body();
  collected.folder.pop();
}
