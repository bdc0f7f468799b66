import type { RecordKind } from '../record/record-types.ts';

export type ChangeCode =
  | 'added'
  | 'removed'
  | 'closed'
  | 'status-moved'
  | 'reopened'
  | 'voided'
  | 'forecast-moved'
  | 'forecast-confirmed'
  | 'committed-date-moved'
  | 'date-set'
  | 'owner-changed'
  | 'assessed'
  | 'criterion-met'
  | 'criterion-regressed'
  | 'criterion-waived'
  | 'gate-decided'
  | 'signed-off'
  | 'sign-off-rejected'
  | 'sign-off-changed'
  | 'evidence-added'
  | 'linked'
  | 'approved'
  | 'text-edited'
  | 'settings-edited';

/** One thing that is different between two programs. `words/say-change` renders `code` with `facts`. */
export type ProgramChange = {
  code: ChangeCode;
  /** Record id, or the file of settings. */
  id: string;
  kind: RecordKind | 'sign_off' | 'settings';
  title: string;
  facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};
