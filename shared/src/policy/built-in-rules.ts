import type { Rule } from './rule.ts';
import { RULE_IDS } from './rule-ids.ts';
import { governanceRules } from './rules/governance-rules.ts';
import { moneyRules } from './rules/money-rules.ts';
import { planRules } from './rules/plan-rules.ts';
import { readinessRules } from './rules/readiness-rules.ts';

const place = (rule: Rule): number => RULE_IDS.indexOf(rule.id);

/** The decision-rights table of domain 3.2, in its order. All matching rules apply. */
export const builtInRules: readonly Rule[] = [
  ...planRules,
  ...readinessRules,
  ...moneyRules,
  ...governanceRules,
].toSorted((left, right) => place(left) - place(right));
