import type { FactInput } from './fact-input.ts';
import {
  affectsOtherPrograms,
  changesRights,
  highRiskChange,
  insideFreeze,
  programManagerChanges,
} from './governance-facts.ts';
import { aboveThreshold, costDelta, majorScope, materialAllocation } from './money-facts.ts';
import {
  breachesExternalCommitment,
  consumerIsExternal,
  consumerWorkstream,
  floatsStayPositive,
  lateBeyondConsumerFloat,
  movedWorkstreams,
} from './plan-facts.ts';
import { categoryOf, weakensStandard } from './readiness-facts.ts';

/** The named computations conditions may ask for (domain 3.3); policy.yaml can name these and no others. */
export const facts: Readonly<Record<string, (input: FactInput) => unknown>> = {
  above_threshold: aboveThreshold,
  affects_other_programs: affectsOtherPrograms,
  breaches_external_commitment: breachesExternalCommitment,
  category: categoryOf,
  changes_rights: changesRights,
  consumer_is_external: consumerIsExternal,
  consumer_workstream: consumerWorkstream,
  cost_delta: costDelta,
  floats_stay_positive: floatsStayPositive,
  high_risk_change: highRiskChange,
  inside_freeze: insideFreeze,
  late_beyond_consumer_float: lateBeyondConsumerFloat,
  major_scope: majorScope,
  material_allocation: materialAllocation,
  moved_workstreams: movedWorkstreams,
  program_manager_changes: programManagerChanges,
  weakens_standard: weakensStandard,
};
