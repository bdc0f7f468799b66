import type { Charter, Policy } from '../record/charter.ts';
import { RULE_IDS } from './rule-ids.ts';

const STANDARD = [
  'DR-05',
  'DR-06',
  'DR-07',
  'DR-09',
  'DR-09b',
  'DR-11',
  'DR-12',
  'DR-12b',
  'DR-20',
];

/** Rules a profile switches on (rulings A2); `controlled` in policy.yaml replaces the list. */
export function activeRules(
  charter: Pick<Charter, 'profile'>,
  policy: Policy,
): ReadonlySet<string> {
  if (policy.controlled !== undefined) return new Set(policy.controlled);
  if (charter.profile === 'lite') return new Set();
  const own = policy.rules.map((rule) => rule.id);
  if (charter.profile === 'regulated') return new Set([...RULE_IDS, ...own]);
  return new Set([...STANDARD, ...own.filter((id) => !RULE_IDS.includes(id))]);
}
