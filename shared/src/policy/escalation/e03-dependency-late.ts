import { dependencyGap, isUnresolved } from '../../health/dependency-figures.ts';
import type { Dependency } from '../../record/dependency.ts';
import {
  type Escalate,
  type EscalationInput,
  limitOf,
  type Trigger,
  workingDays,
} from './escalation.ts';

const UNCOMMITTED = ['identified', 'requested', 'negotiating'];

type Reason = Pick<Escalate, 'code' | 'facts'>;

/** More days late than the consumer has float; without a schedule nothing is said. */
function beyondFloat(input: EscalationInput, dependency: Dependency): Reason | undefined {
  const gap = dependencyGap(input.program, dependency, input.asOf);
  const node = input.schedule?.nodes.find(({ id }) => id === dependency.consumer.milestone);
  if (gap === undefined || node === undefined || gap <= 0 || gap <= node.tf) return undefined;
  return { code: 'beyond-float', facts: { gap, float: node.tf } };
}

function uncommitted(input: EscalationInput, dependency: Dependency): Reason | undefined {
  if (!UNCOMMITTED.includes(dependency.status) || dependency.need_by === undefined)
    return undefined;
  const days = workingDays(input, input.asOf, dependency.need_by);
  if (days > limitOf(input, 'E3', 'days', 20)) return undefined;
  return { code: 'uncommitted', facts: { need_by: dependency.need_by, days } };
}

/** E3: later than the consumer can bear, not promised shortly before it is needed, or declined. To both directors. */
export const dependencyLate: Trigger = (input) =>
  input.program.byKind.dependency.flatMap(({ id, data }): Escalate[] => {
    const reason =
      data.status === 'declined'
        ? { code: 'declined', facts: {} }
        : isUnresolved(data)
          ? (beyondFloat(input, data) ?? uncommitted(input, data))
          : undefined;
    if (reason === undefined) return [];
    return [{ trigger: 'E3', subject: id, to: ['functional_director'], level: 'L2', ...reason }];
  });
