import type { Program } from '../program/program.ts';
import { boundaryOf, dayOfBoundary, nextWorkingDay, type WorkingCalendar } from './working-days.ts';

/** Translates days into boundaries and back (readings D). Remembers every answer: programs repeat few days often. */
export type Timeline = {
  /** First working day on or after the program's start. */
  epoch: string;
  boundary: (day: string) => number;
  finish: (boundary: number) => string;
};

function remember<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const fresh = answer(key);
    known.set(key, fresh);
    return fresh;
  };
}

/** A program without `start` begins at the earliest day its milestones name, so that no date falls before the epoch. */
function firstDay(program: Program, asOf: string): string {
  let first = asOf;
  for (const { data } of program.byKind.milestone) {
    for (const day of [data.start_date, data.actual_start, data.actual_date, data.forecast_date]) {
      if (day !== undefined && day < first) first = day;
    }
  }
  return first;
}

export function timelineOf(program: Program, calendar: WorkingCalendar, asOf: string): Timeline {
  const start = program.charter.start ?? firstDay(program, asOf);
  const epoch = nextWorkingDay(calendar, start);
  const dateOf = remember((whole: number) => dayOfBoundary(calendar, epoch, whole));
  return {
    epoch,
    boundary: remember((day: string) => boundaryOf(calendar, epoch, day)),
    finish: (boundary) => dateOf(Math.ceil(boundary - 1e-9)),
  };
}
