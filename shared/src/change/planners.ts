import type { IntentName, IntentOf } from './intent.ts';
import { planSignOff } from './intents/sign-off.ts';
import { planTagDependency } from './intents/tag-dependency.ts';
import { planVerifyCriterion } from './intents/verify-criterion.ts';
import type { PlanContext, Planned } from './plan-context.ts';

type Planners = {
  readonly [Name in IntentName]: (intent: IntentOf<Name>, context: PlanContext) => Planned;
};

/** One file per intention; this is the whole list. */
export const planners: Planners = {
  'sign-off': planSignOff,
  'tag-dependency': planTagDependency,
  'verify-criterion': planVerifyCriterion,
};
