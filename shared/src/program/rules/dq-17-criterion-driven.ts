import { about, type Rule } from './rule.ts';

const SETTLED: readonly string[] = ['met', 'waived', 'not_applicable', 'void'];
const LIVE_GATES: readonly string[] = ['defined', 'in_review'];

/** DQ-17: every mandatory criterion that a live gate waits for has an owner and a due date. */
export const criterionDriven: Rule = {
  id: 'DQ-17',
  check: ({ program }) =>
    program.byKind.criterion.flatMap((criterion) => {
      const { data, id } = criterion;
      const gate = program.records.get(id.split('.')[0] ?? '');
      if (!data.mandatory || SETTLED.includes(data.status)) return [];
      if (gate === undefined || !LIVE_GATES.includes(gate.data.status)) return [];
      return (['owner', 'due'] as const)
        .filter((field) => data[field] === undefined)
        .map((field) =>
          about(criterion, {
            rule: 'DQ-17',
            code: field === 'owner' ? 'no-owner' : 'no-due',
            severity: 'warn',
            path: ['status'],
            field,
            facts: { gate: gate.id },
          }),
        );
    }),
};
