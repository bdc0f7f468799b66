import type { Team } from '../../record/workstream.ts';
import {
  type Escalate,
  type EscalationInput,
  limitOf,
  type Trigger,
  workingDays,
} from './escalation.ts';

type Reason = Pick<Escalate, 'code' | 'facts'>;

function vacancies(input: EscalationInput, team: Team): Reason[] {
  return team.critical_roles.flatMap(({ role, person, needed_from }): Reason[] => {
    if (person !== 'vacant' || needed_from === undefined) return [];
    const days = workingDays(input, input.asOf, needed_from);
    if (days > limitOf(input, 'E11', 'days', 20)) return [];
    return [{ code: 'vacant', facts: { role, needed_from, days } }];
  });
}

/** Allocation on the worst day from now on; sums only rise where an allocation starts. */
function overload(input: EscalationInput, { allocations }: Team): Reason[] {
  const days = [input.asOf, ...allocations.map(({ from }) => from)].filter(
    (day) => day >= input.asOf,
  );
  const loads = days.map((day) =>
    allocations
      .filter(({ from, to }) => from <= day && day <= to)
      .reduce((sum, { pct }) => sum + pct, 0),
  );
  const percent = Math.max(0, ...loads);
  const limit = limitOf(input, 'E11', 'percent', 110);
  return percent > limit ? [{ code: 'overloaded', facts: { percent } }] : [];
}

/** E11: a critical role is empty 20 working days before it is needed, or a team is allocated beyond 110 percent. */
export const resources: Trigger = (input) =>
  input.program.byKind.team
    .filter(({ data }) => data.status !== 'void' && data.status !== 'inactive')
    .flatMap(({ id, data }) =>
      [...vacancies(input, data), ...overload(input, data)].map(
        (reason): Escalate => ({
          trigger: 'E11',
          subject: id,
          to: ['functional_director'],
          level: 'L2',
          ...reason,
        }),
      ),
    );
