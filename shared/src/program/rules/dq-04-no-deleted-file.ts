import { placeOf } from '../layout.ts';
import type { Rule } from './rule.ts';

const KEPT: readonly string[] = ['record', 'sign-off', 'run'];

/** DQ-04: files are never deleted between base and head; a mistake becomes `void` (domain 1.1). */
export const noDeletedFile: Rule = {
  id: 'DQ-04',
  check: ({ program, base }) =>
    [...(base?.files.values() ?? [])]
      .filter(({ path }) => !program.files.has(path) && KEPT.includes(placeOf(path).is))
      .map(({ path: file, text }) => {
        const place = placeOf(file);
        return {
          rule: 'DQ-04',
          code: 'deleted',
          severity: 'error',
          file,
          ...(place.is === 'record' ? { id: place.id } : {}),
          facts: {},
          fix: { code: 'restore-file', file, path: [], value: text },
        };
      }),
};
