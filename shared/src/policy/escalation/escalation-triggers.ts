import { externalDate } from './e01-external-date.ts';
import { internalSlip } from './e02-internal-slip.ts';
import { dependencyLate } from './e03-dependency-late.ts';
import { noAgreement } from './e04-no-agreement.ts';
import { criticalRisk } from './e05-critical-risk.ts';
import { decisionOverdue } from './e06-decision-overdue.ts';
import { issueStuck } from './e07-issue-stuck.ts';
import { gateAtRisk } from './e08-gate-at-risk.ts';
import { scopeGrowth } from './e09-scope-growth.ts';
import { costVariance } from './e10-cost-variance.ts';
import { resources } from './e11-resources.ts';
import { freeze } from './e12-freeze.ts';
import { unanswered } from './e13-unanswered.ts';
import type { Escalate, EscalationInput, Trigger } from './escalation.ts';

/** The table of domain 2.8, in its order. */
export const escalationTriggers: readonly Trigger[] = [
  externalDate,
  internalSlip,
  dependencyLate,
  noAgreement,
  criticalRisk,
  decisionOverdue,
  issueStuck,
  gateAtRisk,
  scopeGrowth,
  costVariance,
  resources,
  freeze,
  unanswered,
];

/** Everything that asks to be escalated at the end of `asOf`: triggers in table order, subjects in record order. */
export const detectEscalations = (input: EscalationInput): Escalate[] =>
  escalationTriggers.flatMap((trigger) => trigger(input));
