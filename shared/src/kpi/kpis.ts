import { actionClosureRate } from './action-closure-rate.ts';
import { benefitsRealization } from './benefits-realization.ts';
import { changeFailureRate } from './change-failure-rate.ts';
import { communicationSla } from './communication-sla.ts';
import { costVariance } from './cost-variance.ts';
import { criticalRiskCount } from './critical-risk-count.ts';
import { decisionLatency } from './decision-latency.ts';
import { defectEscapeRate } from './defect-escape-rate.ts';
import { dependencyAging } from './dependency-aging.ts';
import { governanceEffectiveness } from './governance-effectiveness.ts';
import { issueReopenRate } from './issue-reopen-rate.ts';
import type { KpiDefinition } from './kpi.ts';
import { meanTimeToRestore } from './mean-time-to-restore.ts';
import { milestoneOnTime } from './milestone-on-time.ts';
import { readinessPassRate } from './readiness-pass-rate.ts';
import { riskBurnDown } from './risk-burn-down.ts';
import { scheduleVariance } from './schedule-variance.ts';
import { scopeChangeRate } from './scope-change-rate.ts';
import { stakeholderConfidence } from './stakeholder-confidence.ts';
import { teamFriction } from './team-friction.ts';

/** The 19 KPIs of domain 2.9, by number. */
export const kpis: readonly KpiDefinition[] = [
  milestoneOnTime,
  scheduleVariance,
  scopeChangeRate,
  decisionLatency,
  dependencyAging,
  criticalRiskCount,
  riskBurnDown,
  issueReopenRate,
  readinessPassRate,
  defectEscapeRate,
  changeFailureRate,
  meanTimeToRestore,
  stakeholderConfidence,
  communicationSla,
  actionClosureRate,
  benefitsRealization,
  costVariance,
  teamFriction,
  governanceEffectiveness,
];
