import { isUnresolved } from '../../health/dependency-figures.ts';
import { daysBetween } from '../../schedule/working-days.ts';
import { type Escalate, limitOf, type Trigger } from './escalation.ts';

/** E4: open for more than 28 days and nothing agreed. */
export const noAgreement: Trigger = (input) =>
  input.program.byKind.dependency.flatMap(({ id, data }): Escalate[] => {
    if (!isUnresolved(data) || data.agreement !== undefined || data.raised === undefined) return [];
    const days = daysBetween(data.raised, input.asOf);
    if (days <= limitOf(input, 'E4', 'days', 28)) return [];
    const to = ['functional_director'];
    return [{ trigger: 'E4', code: 'no-agreement', subject: id, to, level: 'L2', facts: { days } }];
  });
