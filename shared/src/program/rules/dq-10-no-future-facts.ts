import { dayOf } from '../../schedule/day-of.ts';
import { about, fieldsOf, type Rule } from './rule.ts';

/** Fields that say that something has happened. */
const FACTS = [
  'actual_date',
  'actual_start',
  'closed_on',
  'decided_on',
  'done_on',
  'resolved_on',
  'delivered_on',
  'accepted_on',
  'occurred_on',
  'validated_on',
  'implemented_on',
  'released_on',
  'verified_on',
  'published_at',
] as const;

/** DQ-10: what has happened has not happened after `asOf`; the day itself is fine. */
export const noFutureFacts: Rule = {
  id: 'DQ-10',
  check: ({ program, asOf }) =>
    [...program.records.values()].flatMap((record) =>
      FACTS.flatMap((field) => {
        const value = fieldsOf(record)[field];
        if (typeof value !== 'string' || dayOf(value, program.charter.timezone) <= asOf) return [];
        const said = { rule: 'DQ-10', code: 'in-future', severity: 'warn', path: [field] } as const;
        return [about(record, { ...said, facts: { field, day: value, asOf } })];
      }),
    ),
};
