import type { Issue } from '../../record/issue.ts';
import {
  type Escalate,
  type EscalationInput,
  limitOf,
  type Trigger,
  workingDays,
} from './escalation.ts';

const OPEN = ['new', 'triaged', 'in_progress'];

type Reason = Pick<Escalate, 'code' | 'facts'>;

function unowned(input: EscalationInput, issue: Issue): Reason | undefined {
  const { severity, owner, raised } = issue;
  if (severity !== 'critical' || owner !== undefined || raised === undefined) return undefined;
  const days = workingDays(input, raised, input.asOf);
  const limit = limitOf(input, 'E7', 'critical_days', 2);
  return days > limit ? { code: 'unowned', facts: { days } } : undefined;
}

function pastTarget(input: EscalationInput, issue: Issue): Reason | undefined {
  const { severity, target_resolution_date: target } = issue;
  if ((severity !== 'high' && severity !== 'critical') || target === undefined) return undefined;
  const days = workingDays(input, target, input.asOf);
  const limit = limitOf(input, 'E7', 'high_days', 5);
  return days > limit ? { code: 'past-target', facts: { target, days } } : undefined;
}

/** E7: critical without an owner for more than 2 working days, or high and up more than 5 past its target. */
export const issueStuck: Trigger = (input) =>
  input.program.byKind.issue.flatMap(({ id, data }): Escalate[] => {
    if (!OPEN.includes(data.status)) return [];
    const reason = unowned(input, data) ?? pastTarget(input, data);
    if (reason === undefined) return [];
    return [{ trigger: 'E7', subject: id, to: ['functional_director'], level: 'L2', ...reason }];
  });
