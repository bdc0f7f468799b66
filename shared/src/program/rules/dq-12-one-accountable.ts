import type { Draft } from '../place-findings.ts';
import type { Rule } from './rule.ts';

const accountable = (a: string | readonly string[] | undefined): readonly string[] => {
  if (a === undefined) return [];
  return (typeof a === 'string' ? [a] : a).filter((person) => person.trim() !== '');
};

/** DQ-12: exactly one A in each RACI row of the charter. */
export const oneAccountable: Rule = {
  id: 'DQ-12',
  check: ({ program }) =>
    program.charter.raci.flatMap(({ deliverable, A }, row): readonly Draft[] => {
      const people = accountable(A);
      if (people.length === 1) return [];
      return [
        {
          rule: 'DQ-12',
          code: people.length === 0 ? 'nobody-accountable' : 'several-accountable',
          severity: 'error',
          file: 'program.yaml',
          path: ['raci', row, 'A'],
          facts: { deliverable, people },
        },
      ];
    }),
};
