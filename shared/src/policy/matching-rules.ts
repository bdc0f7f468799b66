import type { Program } from '../program/program.ts';
import { schedule } from '../schedule/critical-path.ts';
import { sameValue, valueAt } from '../text/field-value.ts';
import { holds, type Judged } from './condition.ts';
import { facts } from './facts/facts.ts';
import { listChanges, type SubjectChange } from './list-changes.ts';
import type { Rule } from './rule.ts';

export type RuleMatch = {
  rule: Rule;
  change: SubjectChange;
  /** Watched fields that differ, dotted. */
  fields: readonly string[];
  judged: Judged;
};

/** A value computed at the first question. */
function once<Value>(compute: () => Value): () => Value {
  let known: { value: Value } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

const changedFields = (rule: Rule, { subject, before, after }: SubjectChange): string[] =>
  rule.on
    .filter(({ record }) => record === subject)
    .flatMap(({ fields }) => fields)
    .filter((field) => {
      const path = field.split('.');
      return !sameValue(valueAt(before, path), valueAt(after, path));
    });

/** Which of the rules each change between two programs falls under; `asOf` is YYYY-MM-DD. */
export function matchingRules(
  before: Program,
  after: Program,
  rules: readonly Rule[],
  asOf: string,
): RuleMatch[] {
  const scheduleBefore = once(() => schedule(before, asOf));
  const scheduleAfter = once(() => schedule(after, asOf));
  return listChanges(before, after).flatMap((change) => {
    const input = { before, after, change, asOf, scheduleBefore, scheduleAfter };
    const fact = (name: string): unknown =>
      Object.hasOwn(facts, name) ? facts[name]?.(input) : undefined;
    const judged = { before: change.before, after: change.after, fact };
    return rules.flatMap((rule): RuleMatch[] => {
      const fields = changedFields(rule, change);
      if (fields.length === 0) return [];
      if (rule.when !== undefined && !holds(rule.when, judged)) return [];
      return [{ rule, change, fields, judged }];
    });
  });
}
