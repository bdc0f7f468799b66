import type * as z from 'zod';
import type { ForecastEntry } from '../../record/milestone.ts';
import { about, type Rule } from './rule.ts';

type Entry = z.infer<typeof ForecastEntry>;

/** Readings R.last: the latest day counts, ties by file order. */
const lastOf = (history: readonly Entry[]): Entry | undefined =>
  history.reduce<Entry | undefined>(
    (last, entry) => (last !== undefined && last.as_of > entry.as_of ? last : entry),
    undefined,
  );

/** DQ-14: `forecast_date` is the date of the last `forecast_history` entry; a first forecast without one is a warning. */
export const forecastIsLast: Rule = {
  id: 'DQ-14',
  check: ({ program, asOf }) =>
    [...program.byKind.milestone, ...program.byKind.dependency].flatMap((record) => {
      const { forecast_date: forecast, forecast_history: history, status } = record.data;
      const last = lastOf(history);
      if (status === 'void' || forecast === last?.date) return [];
      const said = { rule: 'DQ-14', path: ['forecast_date'] } as const;
      if (last === undefined) {
        const value = { as_of: asOf, date: forecast };
        const fix = { code: 'add-forecast-entry', path: ['forecast_history', 0], value };
        return [
          about(record, {
            ...said,
            code: 'no-history',
            severity: 'warn',
            facts: { forecast: forecast ?? '' },
            fix,
          }),
        ];
      }
      const fix = { code: 'set-field', path: ['forecast_date'], value: last.date };
      const facts = { forecast: forecast ?? '', last: last.date };
      return [about(record, { ...said, code: 'differs', severity: 'error', facts, fix })];
    }),
};
