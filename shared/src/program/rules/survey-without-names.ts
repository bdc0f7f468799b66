import { about, type Rule } from './rule.ts';

/** Rulings B10: single responses are read, but Git names whoever wrote them; aggregates are safe. */
export const surveyWithoutNames: Rule = {
  id: 'SURVEY-NAMES',
  check: ({ program }) =>
    program.byKind.survey
      .filter(({ data }) => data.responses.length > 0)
      .map((record) =>
        about(record, {
          rule: 'SURVEY-NAMES',
          code: 'responses-kept',
          severity: 'warn',
          path: ['responses'],
          onKey: true,
          facts: { count: record.data.responses.length },
        }),
      ),
};
