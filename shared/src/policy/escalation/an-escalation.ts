import { aProgram, type ProgramParts } from '../../schedule/a-program.ts';
import { schedule } from '../../schedule/critical-path.ts';
import type { Escalate, EscalationInput } from './escalation.ts';
import { detectEscalations } from './escalation-triggers.ts';

type Plain = { id: string } & Readonly<Record<string, unknown>>;

/** What the triggers are told beside the records; the schedule is computed. */
export type Told = ProgramParts & Partial<Omit<EscalationInput, 'program' | 'schedule'>>;

const NOBODY: Told = {};

/** Escalations over plain records at the end of Tuesday 10 March 2026 unless said otherwise: for tests. */
export function someEscalations(records: readonly Plain[], told: Told = NOBODY): Escalate[] {
  const { asOf = '2026-03-10', probability, unroutedScopePercent, ...rest } = told;
  const { costVariancePercent, freezeViolations, ...parts } = rest;
  const program = aProgram(records, parts);
  const facts = { probability, unroutedScopePercent, costVariancePercent, freezeViolations };
  return detectEscalations({ program, asOf, schedule: schedule(program, asOf), ...facts });
}

/** `E1 code subject level role,role` of each of one trigger. */
export const escalated = (
  trigger: string,
  records: readonly Plain[],
  told: Told = NOBODY,
): readonly string[] =>
  someEscalations(records, told)
    .filter((each) => each.trigger === trigger)
    .map(({ code, subject, level, to }) => [code, subject, level, to.join(',')].join(' '));

/** Facts of the first of one trigger. */
export const factsOf = (
  trigger: string,
  records: readonly Plain[],
  told: Told = NOBODY,
): Escalate['facts'] | undefined =>
  someEscalations(records, told).find((each) => each.trigger === trigger)?.facts;
