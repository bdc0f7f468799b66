import type { Issue } from '../../record/issue.ts';
import { type Escalate, limitOf, type Trigger, workingDays } from './escalation.ts';

const OPEN = ['new', 'triaged', 'in_progress'];

type Reason = Pick<Escalate, 'code' | 'facts'>;

function unowned(input: Parameters<Trigger>[0], { severity, owner, raised }: Issue): Reason[] {
  if (severity !== 'critical' || owner !== undefined || raised === undefined) return [];
  const days = workingDays(input, raised, input.asOf);
  return days > limitOf(input, 'E7', 'critical_days', 2)
    ? [{ code: 'unowned', facts: { days } }]
    : [];
}

function pastTarget(
  input: Parameters<Trigger>[0],
  { severity, target_resolution_date: target }: Issue,
): Reason[] {
  if ((severity !== 'high' && severity !== 'critical') || target === undefined) return [];
  const late = workingDays(input, target, input.asOf);
  const isStuck = late > limitOf(input, 'E7', 'high_days', 5);
  return isStuck ? [{ code: 'past-target', facts: { target, days: late } }] : [];
}

/** E7: critical without an owner for more than 2 working days, or high more than 5 past its target. */
export const issueStuck: Trigger = (input) =>
  input.program.byKind.issue
    .filter(({ data }) => OPEN.includes(data.status))
    .flatMap(({ id, data }): Escalate[] =>
      [...unowned(input, data), ...pastTarget(input, data)].slice(0, 1).map((reason) => ({
        trigger: 'E7',
        subject: id,
        to: ['functional_director'],
        level: 'L2',
        ...reason,
      })),
    );
