import { staleRisk } from './s-01-stale-risk.ts';
import { unowned } from './s-02-unowned.ts';
import { unmanagedCriticalRisk } from './s-03-unmanaged-critical-risk.ts';
import { treatmentOverdue } from './s-04-treatment-overdue.ts';
import { triggerOrImminent } from './s-05-trigger-or-imminent.ts';
import { acceptanceVoid } from './s-06-acceptance-void.ts';
import { assumptionUnproven } from './s-07-assumption-unproven.ts';
import { neededBeforeForecast } from './s-08-needed-before-forecast.ts';
import { uncommittedNearNeed } from './s-09-uncommitted-near-need.ts';
import { criticalDependencyLoose } from './s-10-critical-dependency-loose.ts';
import { silentProvider } from './s-11-silent-provider.ts';
import { repeatedSlips } from './s-12-repeated-slips.ts';
import { lateDisclosure } from './s-13-late-disclosure.ts';
import { impossibleForecast } from './s-14-impossible-forecast.ts';
import { watermelon } from './s-15-watermelon.ts';
import { overdueMilestone } from './s-16-overdue-milestone.ts';
import { missingGate } from './s-17-missing-gate.ts';
import { lateSecurityReview } from './s-18-late-security-review.ts';
import { readinessTrajectory } from './s-19-readiness-trajectory.ts';
import { staleEvidence } from './s-20-stale-evidence.ts';
import { decisionOverdue } from './s-21-decision-overdue.ts';
import { singleApprover } from './s-22-single-approver.ts';
import { singleOwner } from './s-23-single-owner.ts';
import { scopeCreep } from './s-24-scope-creep.ts';
import { touchesRisk } from './s-25-touches-risk.ts';
import { unlinkedChange } from './s-26-unlinked-change.ts';
import { freezeViolated } from './s-27-freeze-violated.ts';
import { slowFlow } from './s-28-slow-flow.ts';
import { incidentSpike } from './s-29-incident-spike.ts';
import { actionDebt } from './s-30-action-debt.ts';
import { emptyMeetings } from './s-31-empty-meetings.ts';
import { resourceContention } from './s-32-resource-contention.ts';
import { cutoverPlanDefect } from './s-33-cutover-plan-defect.ts';
import { rightViolated } from './s-34-right-violated.ts';
import { orphan } from './s-35-orphan.ts';
import { notOrdered } from './s-36-not-ordered.ts';
import { unlikelyDate } from './s-37-unlikely-date.ts';
import { benefitAtRisk } from './s-38-benefit-at-risk.ts';
import { changeUnassessed } from './s-39-change-unassessed.ts';
import { adoptionLate } from './s-40-adoption-late.ts';
import { testSqueeze } from './s-41-test-squeeze.ts';
import { unstableEnvironment } from './s-42-unstable-environment.ts';
import type { SignalDefinition } from './signal.ts';

/** The signals of domain part 4, by number. */
export const signals: readonly SignalDefinition[] = [
  staleRisk,
  unowned,
  unmanagedCriticalRisk,
  treatmentOverdue,
  triggerOrImminent,
  acceptanceVoid,
  assumptionUnproven,
  neededBeforeForecast,
  uncommittedNearNeed,
  criticalDependencyLoose,
  silentProvider,
  repeatedSlips,
  lateDisclosure,
  impossibleForecast,
  watermelon,
  overdueMilestone,
  missingGate,
  lateSecurityReview,
  readinessTrajectory,
  staleEvidence,
  decisionOverdue,
  singleApprover,
  singleOwner,
  scopeCreep,
  touchesRisk,
  unlinkedChange,
  freezeViolated,
  slowFlow,
  incidentSpike,
  actionDebt,
  emptyMeetings,
  resourceContention,
  cutoverPlanDefect,
  rightViolated,
  orphan,
  notOrdered,
  unlikelyDate,
  benefitAtRisk,
  changeUnassessed,
  adoptionLate,
  testSqueeze,
  unstableEnvironment,
];
