import type { Program } from '../../program/program.ts';
import type { Schedule } from '../../schedule/critical-path.ts';
import { calendarOf, workingDaysBetween } from '../../schedule/working-days.ts';

export type TriggerId =
  | 'E1'
  | 'E2'
  | 'E3'
  | 'E4'
  | 'E5'
  | 'E6'
  | 'E7'
  | 'E8'
  | 'E9'
  | 'E10'
  | 'E11'
  | 'E12'
  | 'E13';

/** What triggers are read from. A part that was not looked at is absent: a trigger then says nothing, it never guesses. */
export type EscalationInput = {
  program: Program;
  /** YYYY-MM-DD; the state at the end of that day. */
  asOf: string;
  schedule?: Schedule | undefined;
  /** Probability, 0..100, that a milestone meets its committed date, by id. */
  probability?: ReadonlyMap<string, number> | undefined;
  /** Growth of scope that no approved change covers, in percent of the baseline (S-24). */
  unroutedScopePercent?: number | undefined;
  /** |VAC| in percent of the budget at completion (KPI 17). */
  costVariancePercent?: number | undefined;
  /** Merges and deployments inside a freeze or outside a change window (S-27). */
  freezeViolations?: readonly { subject: string; at: string }[] | undefined;
};

/** A reason to escalate (domain 2.8). `words/` renders `trigger` + `code` with `facts`. */
export type Escalate = {
  trigger: TriggerId;
  code: string;
  /** Record id, or `program`. */
  subject: string;
  /** Roles it goes to. */
  to: readonly string[];
  level: 'L1' | 'L2' | 'L3' | 'L4' | 'cab';
  facts: Readonly<Record<string, string | number>>;
};

export type Trigger = (input: EscalationInput) => Escalate[];

/** A threshold of `policy.yaml` (`escalation: {E2: {days: 15}}`), else the default. */
export function limitOf(
  { program }: EscalationInput,
  trigger: TriggerId,
  name: string,
  fallback: number,
): number {
  const own = program.policy.escalation[trigger];
  if (typeof own !== 'object' || own === null) return fallback;
  const value = (own as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

/** Working days after `from` up to and with `to` (domain 2.0). */
export const workingDays = ({ program }: EscalationInput, from: string, to: string): number =>
  workingDaysBetween(calendarOf(program.charter), from, to);
