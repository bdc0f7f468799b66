import type { Program } from '../program/program.ts';
import { floatsOf, type Schedule, schedule } from '../schedule/critical-path.ts';
import { dayOf } from '../schedule/day-of.ts';
import { calendarOf, workingDaysBetween } from '../schedule/working-days.ts';
import { type Audience, type Sight, sightOf } from './audience.ts';

/** What every report takes besides the program and the day. */
export type ReportOptions = {
  /** Default `internal` (rulings A7). */
  audience?: Audience | undefined;
  /** Shows records above the audience all the same. */
  includeHigher?: boolean | undefined;
  /** Commit the facts were read from, for the footer. */
  commit?: string | undefined;
  /** The files differ from that commit. */
  uncommitted?: boolean | undefined;
};

/** Foot of every report: where the facts come from and what was kept from the reader. */
export type ReportSource = {
  asOf: string;
  program: { key: string; name: string; currency: string };
  audience: Audience;
  /** True when records above the audience were let in on purpose. */
  includesHigher: boolean;
  commit: string | null;
  /** The files differ from that commit. */
  uncommitted: boolean;
  /** Records above the audience that were left out. */
  leftOut: number;
};

/** Why there is no report. `classified`: the record is above the audience; nothing of it is said. */
export type ReportRefusal = {
  code: 'not-found' | 'wrong-kind' | 'classified';
  id: string;
};

/** One builder's surroundings: the program seen by one audience on one day. */
export type ReportView = {
  program: Program;
  asOf: string;
  sight: Sight;
  /** Day of a day or timestamp, in the program's zone. */
  day: (moment: string) => string;
  /** Working days from `a` to `b`. */
  wd: (a: string, b: string) => number;
  /** The plan of that day, worked out once when first asked for. */
  plan: () => Schedule;
  /** Total float of a milestone; undefined outside the plan. Without it a health would leave out what the plan says. */
  floatOf: (id: string) => number | undefined;
  source: () => ReportSource;
};

function planOnce(program: Program, asOf: string): Pick<ReportView, 'plan' | 'floatOf'> {
  let solved: Schedule | undefined;
  let floats: ReadonlyMap<string, number> | undefined;
  const plan = (): Schedule => {
    solved ??= schedule(program, asOf);
    return solved;
  };
  return {
    plan,
    floatOf: (id) => {
      floats ??= floatsOf(plan());
      return floats.get(id);
    },
  };
}

/** `earlier` is a second program whose records may be named. */
export function viewReport(
  program: Program,
  asOf: string,
  options: ReportOptions,
  earlier?: Program,
): ReportView {
  const { charter } = program;
  const { audience = 'internal', includeHigher = false, commit, uncommitted = false } = options;
  const programs = earlier === undefined ? [program] : [program, earlier];
  const sight = sightOf(audience, programs, includeHigher);
  return {
    program,
    asOf,
    sight,
    ...planOnce(program, asOf),
    day: (moment) => dayOf(moment, charter.timezone),
    wd: (a, b) => workingDaysBetween(calendarOf(charter), a, b),
    source: () => ({
      asOf,
      program: { key: charter.key, name: charter.name, currency: charter.currency },
      audience,
      includesHigher: includeHigher,
      commit: commit ?? null,
      uncommitted,
      leftOut: sight.leftOut(),
    }),
  };
}
