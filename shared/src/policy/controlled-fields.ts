import { builtInRules } from './built-in-rules.ts';
import type { Subject } from './rule.ts';

/** Dotted fields of a record type that some decision right watches. */
export const watchedFields = (subject: Subject): string[] => [
  ...new Set(
    builtInRules.flatMap((rule) =>
      rule.on.filter(({ record }) => record === subject).flatMap(({ fields }) => [...fields]),
    ),
  ),
];

/** Whether a change of this field is logged (rulings B5): the field, its parent or its child is watched. */
export const isControlledField = (subject: Subject, field: string): boolean =>
  watchedFields(subject).some(
    (watched) =>
      watched === field || watched.startsWith(`${field}.`) || field.startsWith(`${watched}.`),
  );
