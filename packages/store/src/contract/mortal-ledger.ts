import { deepStrictEqual, ok as holds, strictEqual } from 'node:assert';
import { readProgram } from '@milepost/shared/program/read-program';
import { valueAt } from '@milepost/shared/text/field-value';
import type { EditKind } from './mortal-edits.ts';

/** One edit a person asked for. */
export type Entry = {
  word: string;
  kind: EditKind;
  client: number;
  /** Set once the store said "saved": from then on it is a promise. */
  operation?: string;
  /** Values its author saw, or chose to replace: it may land on one of these and on nothing else. */
  was: unknown[];
  /** Its author took it back, or chose the other side's value. */
  givenUp: boolean;
  /** Only a reviewer may let it land. */
  controlled?: boolean;
};

export type Ledger = { entries: Entry[]; outside: string[] };

/** One commit of the program branch. */
export type Seen = {
  operations: readonly string[];
  /** Below the repository's root, against its first parent. */
  paths: readonly string[];
  before(path: string): string | undefined;
  /** Made on the program branch itself, not merged into it. */
  direct: boolean;
};

/** What can be seen from outside once everybody is quiet. */
export type Evidence = {
  /** First commit first. */
  history: readonly Seen[];
  /** State of what lies in the outboxes, by operation; what is proposed lies there until it has landed. */
  waiting: ReadonlyMap<string, string>;
  head: ReadonlyMap<string, string>;
  /** What each client shows. */
  shown: readonly ReadonlyMap<string, string>[];
  folder: string;
};

const countIn = (texts: ReadonlyMap<string, string>, word: string): number => {
  let count = 0;
  for (const text of texts.values()) count += text.split(word).length - 1;
  return count;
};

const byOperation = (ledger: Ledger): ReadonlyMap<string, Entry> =>
  new Map(ledger.entries.flatMap((entry) => (entry.operation ? [[entry.operation, entry]] : [])));

/** Every accepted edit is in the history, in an outbox (a proposal too, open or declined), or its author gave it up. */
const checkKept = (ledger: Ledger, { history, waiting }: Evidence): void => {
  const landed = new Set(history.flatMap(({ operations }) => operations));
  for (const { operation, givenUp, word } of ledger.entries) {
    if (operation === undefined || givenUp) continue;
    const isKept = landed.has(operation) || waiting.has(operation);
    holds(isKept, `${word} is lost`);
  }
};

/** No operation is in two commits, and nothing it adds is there twice. */
const checkOnce = (ledger: Ledger, { history, head }: Evidence): void => {
  const landed = history.flatMap(({ operations }) => operations);
  strictEqual(new Set(landed).size, landed.length, 'a commit was made twice');
  for (const { word, kind } of ledger.entries) {
    const most = kind === 'create' ? 2 : 1;
    // A dependency repeats the title of the risk it is about.
    const own = new Map([...head].filter(([path]) => kind === 'link' || !path.startsWith('dep')));
    holds(countIn(own, word) <= most, `${word} is there twice`);
  }
};

/** What was added to lists, captured or written by others stays: no later commit took it away. */
const checkContent = (ledger: Ledger, { history, head }: Evidence): void => {
  const landed = new Set(history.flatMap(({ operations }) => operations));
  const lasting = ledger.entries.filter(({ kind }) => kind !== 'rename' && kind !== 'sign');
  for (const { operation, word, givenUp } of lasting)
    if (operation !== undefined && landed.has(operation) && !givenUp)
      holds(countIn(head, word) >= 1, `${word} landed and was overwritten`);
  for (const word of ledger.outside) holds(countIn(head, word) === 1, `${word} was overwritten`);
};

const patterns: Readonly<Record<EditKind, RegExp>> = {
  create: /^risks\/R-\d+\.yaml$/,
  note: /^risks\/R-\d+\.yaml$/,
  rename: /^risks\/R-\d+\.yaml$/,
  link: /^dependencies\/D-\d+\.yaml$/,
  sign: /^gates\/G-1\/signoffs\/pm\.yaml$/,
};

/** A value of the record in one file; undefined where there is none. */
const valueIn = (
  path: string,
  text: string | undefined,
  ...field: (string | number)[]
): unknown => {
  const program = readProgram(text === undefined ? [] : [{ path, text }]);
  const [record] = program.records.values();
  return valueAt(record?.data, field);
};

/** Each commit of ours changes one file, the one of its edit, and a value only where its author knew what was there. */
const checkCommits = (ledger: Ledger, { history, folder }: Evidence): void => {
  const known = byOperation(ledger);
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const { operations, paths, before, direct } of history) {
    if (operations.length === 0) continue;
    strictEqual(operations.length, 1, 'one commit carries two intentions');
    strictEqual(paths.length, 1, `a commit changes ${paths.join(', ')}`);
    const [path = ''] = paths;
    holds(path.startsWith(prefix), `${path} is not in the program`);
    const entry = known.get(operations[0] ?? '');
    if (entry === undefined) continue;
    holds(!(entry.controlled && direct), `${entry.word} landed without a review`);
    const own = path.slice(prefix.length);
    holds(patterns[entry.kind].test(own), `${entry.word} changed ${path}`);
    if (entry.kind !== 'rename') continue;
    const title = valueIn(own, before(own), 'title');
    holds(entry.was.includes(title), `${entry.word} replaced ${String(title)}, which nobody saw`);
  }
};

/** A dependency still names the risk it was made for, whatever number that has by now. */
const checkReferences = (ledger: Ledger, { head }: Evidence): void => {
  const captured = new Set(
    ledger.entries
      .filter(({ kind, givenUp }) => kind === 'create' && !givenUp)
      .map(({ word }) => word),
  );
  for (const [path, text] of head) {
    if (!path.startsWith('dependencies/')) continue;
    const about = String(valueIn(path, text, 'deliverable')).slice('about '.length);
    const risk = String(valueIn(path, text, 'affects', 0));
    // Only a risk still known by the title it was captured under can be told by it.
    if (!captured.has(about)) continue;
    const place = `risks/${risk}.yaml`;
    const named = valueIn(place, head.get(place), 'effect');
    strictEqual(named, about, `${path} names ${risk}, which is another risk`);
  }
};

/** Everybody shows the branch's head. */
const checkConverged = (_ledger: Ledger, { head, shown }: Evidence): void => {
  const expected = new Map([...head].toSorted());
  for (const files of shown) deepStrictEqual(new Map([...files].toSorted()), expected);
};

const checks = [checkKept, checkOnce, checkContent, checkCommits, checkReferences, checkConverged];

/** Throws with what was broken when the evidence does not bear out the ledger. */
export const checkLedger = (ledger: Ledger, evidence: Evidence): void => {
  for (const check of checks) check(ledger, evidence);
};
