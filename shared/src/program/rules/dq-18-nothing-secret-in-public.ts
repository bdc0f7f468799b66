import { referencesOf } from '../references.ts';
import { about, type Rule } from './rule.ts';

const SECRET: readonly string[] = ['confidential', 'restricted'];

/** DQ-18 (rulings A7): what is marked public, and so goes into public exports, names no confidential record. */
export const nothingSecretInPublic: Rule = {
  id: 'DQ-18',
  check: ({ program }) =>
    [...program.records.values()]
      .filter(({ data }) => data.classification === 'public')
      .flatMap((record) =>
        referencesOf(record).flatMap(({ path, to }) => {
          const classification = program.records.get(to)?.data.classification;
          if (classification === undefined || !SECRET.includes(classification)) return [];
          const said = { rule: 'DQ-18', code: 'secret-named', severity: 'warn', path } as const;
          return [about(record, { ...said, facts: { to, classification } })];
        }),
      ),
};
