import { sameValue } from '../../text/field-value.ts';
import type { Draft } from '../place-findings.ts';
import { about, changedRecords, fieldsOf, type Rule, type RuleContext } from './rule.ts';

/** Domain 1.2, 1.6, 1.8, 1.10, 1.11, 1.14. */
const APPEND_ONLY = [
  'log',
  'approvals',
  'baseline_history',
  'forecast_history',
  'assessments',
  'proposals',
  'reopenings',
  'due_history',
] as const;

/** First old entry that is no longer there. Entries of two branches may interleave, so order is all that counts. */
export function findLost(
  before: readonly unknown[],
  after: readonly unknown[],
): number | undefined {
  let from = 0;
  for (const [at, entry] of before.entries()) {
    const found = after.findIndex((each, index) => index >= from && sameValue(each, entry));
    if (found < 0) return at;
    from = found + 1;
  }
  return undefined;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function checkRecords(context: RuleContext): readonly Draft[] {
  return [...changedRecords(context)].flatMap(({ before, after }) =>
    APPEND_ONLY.flatMap((field) => {
      const old = listOf(fieldsOf(before)[field]);
      const lost = findLost(old, listOf(fieldsOf(after)[field]));
      if (lost === undefined) return [];
      const said = { rule: 'DQ-05', code: 'entry-changed', severity: 'error' } as const;
      return [about(after, { ...said, path: [field], facts: { field, entry: lost + 1 } })];
    }),
  );
}

function checkRuns({ program, base }: RuleContext): readonly Draft[] {
  return [...(base?.runs ?? [])].flatMap(([release, before]): readonly Draft[] => {
    const after = program.runs.get(release);
    const lost = after === undefined ? undefined : findLost(before.events, after.events);
    if (lost === undefined) return [];
    const file = `releases/${release}/run.yaml`;
    const facts = { field: 'events', entry: lost + 1 };
    return [
      { rule: 'DQ-05', code: 'entry-changed', severity: 'error', file, path: ['events'], facts },
    ];
  });
}

/** DQ-05: append-only arrays only grow between base and head. */
export const appendOnly: Rule = {
  id: 'DQ-05',
  check: (context) => [...checkRecords(context), ...checkRuns(context)],
};
