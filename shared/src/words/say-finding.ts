import type { Refusal } from '../change/edit.ts';
import type { Finding } from '../program/finding.ts';
import { findSentence, type SayOptions, sayCode } from './say.ts';

/** What findings and signals have in common. */
type Found = Pick<Finding, 'rule' | 'code' | 'facts'> & { field?: string; id?: string };

/**
 * What is wrong and what to do, for findings of `readProgram` and `checkProgram`, and for signals. The sentence of `rule`
 * and `code` together, else the one of the guard `code` (DQ-08 reports what a state asks for), else the code's own words.
 */
export function sayFinding(
  { rule, code, facts, field, id }: Found,
  options: SayOptions = {},
): string {
  const said = { ...(field !== undefined && { field }), ...(id !== undefined && { id }), ...facts };
  const key = findSentence(`${rule}.${code}`) === undefined ? `guard.${code}` : `${rule}.${code}`;
  return sayCode(key, said, 'plain', options);
}

/** Why an edit was not planned; who could do it instead is in the refusal's `whoCan`. */
export function sayRefusal({ code, facts }: Refusal, options: SayOptions = {}): string {
  const key = findSentence(`refusal.${code}`) === undefined ? `guard.${code}` : `refusal.${code}`;
  return sayCode(key, facts, 'plain', options);
}

/** What an approval that a change needs is waiting for (`requirement.` states of `policy/`). */
export const sayRequirement = (
  state: string,
  facts: Finding['facts'] = {},
  options: SayOptions = {},
): string => sayCode(`requirement.${state}`, facts, 'plain', options);
