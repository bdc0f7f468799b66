import { digestOf } from '../readiness/digest.ts';
import { valueAt } from '../text/field-value.ts';
import { builtInRules } from './built-in-rules.ts';
import type { Rule } from './rule.ts';

const coveredFields = (rule: Rule): readonly string[] =>
  rule.covers ?? [...new Set(rule.on.flatMap(({ fields }) => fields))];

/**
 * Digest of what an approval of `rule` approves: its controlled fields as they are after the change, absent ones left
 * out (rulings B1). `data` is the record as read or raw; an unknown rule covers nothing.
 */
export function coversOf(data: unknown, rule: Rule | string): string {
  const found = typeof rule === 'string' ? builtInRules.find(({ id }) => id === rule) : rule;
  const fields = found === undefined ? [] : coveredFields(found);
  return digestOf(
    Object.fromEntries(fields.map((field) => [field, valueAt(data, field.split('.'))])),
  );
}
