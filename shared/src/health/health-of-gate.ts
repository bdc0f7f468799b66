import type { Said } from '../context/badge.ts';
import type { Program } from '../program/program.ts';
import { assessGate } from '../readiness/assess-gate.ts';
import type { Gate } from '../record/gate.ts';
import type { Milestone } from '../record/milestone.ts';
import { calendarOf, workingDaysBetween } from '../schedule/working-days.ts';
import { relationsOf } from './relations.ts';

/** Working days before the review from which open mandatory checks are an alarm (domain 2.6). */
const ALARM_DAYS = 5;

/** Go was given, or the gate is over: its checks are no longer in the way. */
const isPassed = ({ decision, status }: Gate): boolean =>
  status === 'closed' || decision?.outcome === 'go' || decision?.outcome === 'conditional_go';

/** The milestone's gate is at most 5 working days away, or past, with mandatory checks neither met nor waived. */
export function gateFacts(program: Program, milestone: Milestone, asOf: string): readonly Said[] {
  const gate = relationsOf(program).gateOf(milestone.id);
  const review = gate?.data.review_date;
  if (gate === undefined || review === undefined || isPassed(gate.data)) return [];
  const days = workingDaysBetween(calendarOf(program.charter), asOf, review);
  if (days > ALARM_DAYS) return [];
  const criteria = assessGate(program, gate.id, asOf)?.criteria ?? [];
  const open = criteria.filter(({ mandatoryUnmet, waived }) => mandatoryUnmet && !waived).length;
  if (open === 0) return [];
  return [
    { code: 'health.gate_unmet', facts: { id: gate.id, open, review, days }, level: 'critical' },
  ];
}
