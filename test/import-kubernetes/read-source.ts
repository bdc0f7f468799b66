import type { Outcome, Read, Remark } from './ledger.ts';
import { type Approvals, readApprovals } from './read-approvals.ts';
import { type Exception, readExceptions } from './read-exceptions.ts';
import { type Kep, readKep } from './read-kep.ts';
import { readSchedule, type Schedule } from './read-schedule.ts';
import { type ReleaseTeam, readTeam } from './read-team.ts';
import { kindOf, type SourceFile, type SourceKind, sigOfPath } from './source-file.ts';

/** Everything the source says that we take, and what became of every one of its files. */
export type Source = {
  /** By number, smallest first. */
  keps: ReadonlyMap<number, Kep>;
  approvals: ReadonlyMap<number, Approvals>;
  /** By minor release, like the teams. */
  schedules: ReadonlyMap<number, Schedule>;
  teams: ReadonlyMap<number, ReleaseTeam>;
  exceptions: readonly Exception[];
  outcomes: readonly Outcome[];
  remarks: readonly Remark[];
};

type Desk = { outcomes: Outcome[]; remarks: Remark[] };

function readEach<Value>(
  files: readonly SourceFile[],
  kind: SourceKind,
  read: (file: SourceFile) => Read<Value>,
  desk: Desk,
): readonly { path: string; value: Value }[] {
  return files
    .filter(({ path }) => kindOf(path) === kind)
    .flatMap((file) => {
      const { path } = file;
      const done = read(file);
      if (!done.ok) {
        desk.outcomes.push({ path, refusal: done.error });
        return [];
      }
      desk.remarks.push(...done.value.remarks);
      return [{ path, value: done.value.value }];
    });
}

/** The first of each key is taken; the others are refused with the name of the one that has it. */
function keepFirst<Value extends { path: string }>(
  values: readonly Value[],
  keyOf: (value: Value) => number,
  desk: Desk,
): ReadonlyMap<number, Value> {
  const kept = new Map<number, Value>();
  for (const value of values) {
    const { path } = value;
    const first = kept.get(keyOf(value));
    if (first === undefined) {
      kept.set(keyOf(value), value);
      desk.outcomes.push({ path });
    } else {
      const detail = `${keyOf(value)} is ${first.path}`;
      desk.outcomes.push({ path, refusal: { reason: 'number-taken', detail } });
    }
  }
  return new Map([...kept].sort(([a], [b]) => a - b));
}

/** Of two files with one number the one whose SIG the other kind of file also names comes first. */
const confirmedFirst = <Value extends { path: string; number: number }>(
  values: readonly Value[],
  others: readonly { path: string; number: number }[],
): readonly Value[] => {
  const named = new Set(others.map(({ path, number }) => `${sigOfPath(path)} ${number}`));
  const isNamed = ({ path, number }: Value): boolean => named.has(`${sigOfPath(path)} ${number}`);
  return [...values.filter(isNamed), ...values.filter((value) => !isNamed(value))];
};

function keepKnown(
  approvals: ReadonlyMap<number, Approvals>,
  keps: ReadonlyMap<number, Kep>,
  desk: Desk,
): ReadonlyMap<number, Approvals> {
  const orphans = new Set(
    [...approvals.values()].filter(({ number }) => !keps.has(number)).map(({ path }) => path),
  );
  desk.outcomes = desk.outcomes.map((outcome) =>
    orphans.has(outcome.path)
      ? { path: outcome.path, refusal: { reason: 'no-kep', detail: 'no KEP of that number' } }
      : outcome,
  );
  return new Map([...approvals].filter(([number]) => keps.has(number)));
}

const valuesOf = <Value>(read: readonly { value: Value }[]): readonly Value[] =>
  read.map(({ value }) => value);

/** Reads the files of one source folder; their order does not matter. */
export function readSource(given: readonly SourceFile[]): Source {
  const files = given.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const desk: Desk = { outcomes: [], remarks: [] };
  const keps = valuesOf(readEach(files, 'kep', readKep, desk));
  const approvals = valuesOf(readEach(files, 'approvals', readApprovals, desk));
  const schedules = valuesOf(readEach(files, 'schedule', readSchedule, desk));
  const teams = valuesOf(readEach(files, 'team', readTeam, desk));
  const exceptions = readEach(files, 'exceptions', readExceptions, desk);
  const others = files.filter(({ path }) => kindOf(path) === 'other');
  desk.outcomes.push(
    ...exceptions.map(({ path }) => ({ path })),
    ...others.map(({ path }) => ({
      path,
      refusal: { reason: 'not-program-data' as const, detail: '' },
    })),
  );
  const numberOf = ({ number }: { number: number }): number => number;
  const minorOf = ({ minor }: { minor: number }): number => minor;
  const known = keepFirst(confirmedFirst(keps, approvals), numberOf, desk);
  const signed = keepFirst(confirmedFirst(approvals, [...known.values()]), numberOf, desk);
  return {
    keps: known,
    approvals: keepKnown(signed, known, desk),
    schedules: keepFirst(schedules, minorOf, desk),
    teams: keepFirst(teams, minorOf, desk),
    exceptions: valuesOf(exceptions).flat(),
    outcomes: desk.outcomes.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    remarks: desk.remarks,
  };
}
