/** Written by us or by their own intentions: identity, histories and approvals are never typed over. */
const LOCKED: ReadonlySet<string> = new Set([
  'id',
  'status',
  'raised',
  'log',
  'approvals',
  'baseline_date',
  'baseline_history',
  'forecast_history',
  'assessments',
  'proposals',
  'reopenings',
  'due_history',
  'original_due',
  'criteria_digest',
  'waiver',
]);

/** Those of the dotted names that may not be set directly (DQ-05, DQ-06). */
export const lockedFields = (names: readonly string[]): string[] =>
  names.filter((name) => LOCKED.has(name.split('.')[0] ?? ''));
