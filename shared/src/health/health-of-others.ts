import type { Said } from '../context/badge.ts';
import type { Program } from '../program/program.ts';
import type { Decision } from '../record/decision.ts';
import type { Dependency } from '../record/dependency.ts';
import type { Milestone } from '../record/milestone.ts';
import type { AnyRecord } from '../record/record-types.ts';
import type { Risk } from '../record/risk.ts';
import { dayOf } from '../schedule/day-of.ts';
import { addDays, calendarOf, workingDaysBetween } from '../schedule/working-days.ts';
import {
  dependencyForecast,
  dependencyGap,
  isUncommittedInsideLeadTime,
  isUnresolved,
  lastProviderProposal,
} from './dependency-figures.ts';
import { relationsOf } from './relations.ts';
import { lastAssessment, riskScore, unmanagedBecause } from './risk-figures.ts';

/** Day on which the date that is now expected of a dependency was first said, where that is known. */
export function offeredSince(
  program: Program,
  dependency: Dependency,
  asOf: string,
): string | undefined {
  const source = dependencyForecast(program, dependency, asOf)?.source;
  const { timezone } = program.charter;
  if (source === 'proposal') {
    const proposal = lastProviderProposal(program, dependency, asOf);
    return proposal && dayOf(proposal.at, timezone);
  }
  if (source === 'forecast') return dependency.forecast_history.at(-1)?.as_of;
  return source === 'committed' && dependency.agreement
    ? dayOf(dependency.agreement.at, timezone)
    : undefined;
}

function lateFact(program: Program, dependency: Dependency, asOf: string): Said | undefined {
  const days = dependencyGap(program, dependency, asOf);
  const offered = dependencyForecast(program, dependency, asOf)?.date;
  if (days === undefined || days <= 0 || offered === undefined) return undefined;
  const since = offeredSince(program, dependency, asOf);
  return {
    code: 'health.dependency_late',
    facts: {
      id: dependency.id,
      title: dependency.title,
      days,
      offered,
      needed: dependency.need_by ?? '',
    },
    ...(since !== undefined && { since }),
    level: 'medium',
  };
}

function dependencyFact(program: Program, dependency: Dependency, asOf: string): Said | undefined {
  if (!isUnresolved(dependency)) return undefined;
  const late = lateFact(program, dependency, asOf);
  if (late !== undefined || !isUncommittedInsideLeadTime(program, dependency, asOf)) return late;
  return {
    code: 'health.dependency_uncommitted',
    facts: { id: dependency.id, title: dependency.title, needed: dependency.need_by ?? '' },
    level: 'medium',
  };
}

function riskFact(program: Program, risk: Risk, asOf: string): Said | undefined {
  const level = riskScore(program.charter, risk, asOf)?.level;
  if (risk.status !== 'open' && risk.status !== 'treating') return undefined;
  if (level !== 'critical' && level !== 'high') return undefined;
  const because = unmanagedBecause(program, risk, asOf)[0];
  const rated = lastAssessment(program.charter, risk, 'current', asOf);
  const facts = { id: risk.id, title: risk.title, rated: level };
  const since = rated && { since: dayOf(rated.at, program.charter.timezone) };
  if (because === undefined) return { code: 'health.risk', facts, ...since, level: 'medium' };
  return {
    code: 'health.unmanaged_risk',
    facts: { ...facts, because },
    ...since,
    level: 'critical',
  };
}

/** Domain 2.8 E6: working days a decision may stay open by class. */
const DECISION_LIMIT = { standard: 5, urgent: 2, strategic: 10 } as const;

/** Domain S-21: requested, and past `needed_by` or open longer than its class allows (strictly: readings G.29). */
export function isDecisionOverdue(program: Program, decision: Decision, asOf: string): boolean {
  const { status, needed_by, requested_on } = decision;
  if (status !== 'requested') return false;
  if (needed_by !== undefined && needed_by < asOf) return true;
  if (requested_on === undefined) return false;
  const age = workingDaysBetween(calendarOf(program.charter), requested_on, asOf);
  return age > DECISION_LIMIT[decision.class];
}

function decisionFact(program: Program, decision: Decision, asOf: string): Said | undefined {
  if (!isDecisionOverdue(program, decision, asOf)) return undefined;
  const { id, title, needed_by: needed, approver } = decision;
  return {
    code: 'health.decision_overdue',
    facts: {
      id,
      title,
      ...(needed !== undefined && { needed }),
      ...(approver !== undefined && { approver }),
    },
    ...(needed !== undefined && needed < asOf && { since: addDays(needed, 1) }),
    level: 'medium',
  };
}

function recordFact(program: Program, record: AnyRecord, asOf: string): Said | undefined {
  if (record.kind === 'risk') return riskFact(program, record.data, asOf);
  return record.kind === 'decision' ? decisionFact(program, record.data, asOf) : undefined;
}

/** Dependencies the milestone waits for, and risks and decisions that affect it (domain 2.6). */
export function affectingFacts(
  program: Program,
  milestone: Milestone,
  asOf: string,
): readonly Said[] {
  const { neededBy, affecting } = relationsOf(program);
  const needs = neededBy(milestone.id).map(({ data }) => dependencyFact(program, data, asOf));
  const others = affecting(milestone.id).map((record) => recordFact(program, record, asOf));
  return [...needs, ...others].filter((said) => said !== undefined);
}
