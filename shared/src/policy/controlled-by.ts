import type { Program } from '../program/program.ts';
import { matchingRules } from './matching-rules.ts';
import { rulesInForce } from './rules-in-force.ts';

/** Ids of the rules in force that a change falls under: what makes a proposal of it (rulings A1). */
export function controlledBy(before: Program, after: Program, asOf: string): string[] {
  const rules = rulesInForce(before);
  if (rules.length === 0) return [];
  return [
    ...new Set(matchingRules(before, after, rules, asOf).map(({ rule }) => rule.id)),
  ].toSorted();
}
