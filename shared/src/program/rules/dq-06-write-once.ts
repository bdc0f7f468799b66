import { about, changedRecords, fieldsOf, type Rule } from './rule.ts';

const WRITE_ONCE = ['baseline_date', 'original_due', 'requested_on', 'raised'] as const;

/** DQ-06: fields that start a clock are written once; the fix puts the first value back. */
export const writeOnce: Rule = {
  id: 'DQ-06',
  check: (context) =>
    [...changedRecords(context)].flatMap(({ before, after }) =>
      WRITE_ONCE.flatMap((field) => {
        const was = fieldsOf(before)[field];
        const is = fieldsOf(after)[field];
        if (typeof was !== 'string' || was === is) return [];
        const facts = { field, was, is: typeof is === 'string' ? is : '' };
        const fix = { code: 'set-field', path: [field], value: was };
        const said = {
          rule: 'DQ-06',
          code: 'rewritten',
          severity: 'error',
          path: [field],
        } as const;
        return [about(after, { ...said, facts, fix })];
      }),
    ),
};
