import { type Relations, relationsOf } from '../health/relations.ts';
import { riskScore } from '../health/risk-figures.ts';
import type { Program } from '../program/program.ts';
import type { Level } from '../record/charter.ts';
import type { RecordKind, RecordOf } from '../record/record-types.ts';
import type { Risk } from '../record/risk.ts';
import { floatsOf, type SolvedPlan, solvePlan } from '../schedule/critical-path.ts';
import { dayOf } from '../schedule/day-of.ts';
import { calendarOf, type WorkingCalendar, workingDaysBetween } from '../schedule/working-days.ts';
import type { Activity } from './activity.ts';

/** What a rule sees. The plan is solved once, when the first rule asks. */
export type SignalView = {
  program: Program;
  activity: Activity;
  asOf: string;
  calendar: WorkingCalendar;
  relations: Relations;
  /** Records of a kind that are not void. */
  all: <Kind extends RecordKind>(kind: Kind) => readonly RecordOf<Kind>[];
  /** A threshold of this rule: policy.yaml's `signals: {S-12: {moves: 3}}`, else the default. */
  limit: (name: string, standard: number) => number;
  /** Calendar day of a moment in the program's zone. */
  day: (moment: string) => string;
  /** Working days between two days. */
  wd: (from: string, to: string) => number;
  levelOf: (risk: Risk) => Level | undefined;
  plan: () => SolvedPlan;
  /** Total float of a milestone or planned dependency; undefined outside the plan. */
  floatOf: (id: string | undefined) => number | undefined;
};

type Base = Omit<SignalView, 'limit'>;

export function baseView(program: Program, activity: Activity, asOf: string): Base {
  const calendar = calendarOf(program.charter);
  let solved: SolvedPlan | undefined;
  let floats: ReadonlyMap<string, number> | undefined;
  const plan = (): SolvedPlan => {
    solved ??= solvePlan(program, asOf);
    return solved;
  };
  return {
    program,
    activity,
    asOf,
    calendar,
    relations: relationsOf(program),
    all: (kind) =>
      program.byKind[kind]
        .filter(({ data }) => data.status !== 'void')
        .map(({ data }) => data) as never,
    day: (moment) => dayOf(moment, program.charter.timezone),
    wd: (from, to) => workingDaysBetween(calendar, from, to),
    levelOf: (risk) => riskScore(program.charter, risk, asOf)?.level,
    plan,
    floatOf: (id) => {
      floats ??= floatsOf(plan().schedule);
      return id === undefined ? undefined : floats.get(id);
    },
  };
}

/** The settings of one rule in policy.yaml; `true` and `false` switch it on and off. */
export function settingsOf({ policy }: Program, rule: string): Readonly<Record<string, unknown>> {
  const given = policy.signals[rule];
  if (typeof given === 'boolean') return { enabled: given };
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}

export function viewFor(base: Base, rule: string): SignalView {
  const settings = settingsOf(base.program, rule);
  return {
    ...base,
    limit: (name, standard) => {
      const given = settings[name];
      return typeof given === 'number' && Number.isFinite(given) ? given : standard;
    },
  };
}
