import type { FieldPath } from '../../change/edit.ts';
import type { AnyRecord } from '../../record/record-types.ts';
import type { Finding } from '../finding.ts';
import type { Draft } from '../place-findings.ts';
import type { Program } from '../program.ts';

/** What a rule may look at. `base` is the program before the change under review, where there is one. */
export type RuleContext = { program: Program; asOf: string; base: Program | undefined };

/** One data-quality rule (domain 1.19). */
export type Rule = { id: string; check: (context: RuleContext) => readonly Draft[] };

type Said = {
  rule: string;
  code: string;
  severity: Finding['severity'];
  path?: FieldPath;
  /** Dotted name, when it is not the place pointed at. */
  field?: string;
  onKey?: boolean;
  facts?: Finding['facts'];
  /** A value for the field, or for another path of the same file. */
  fix?: { code: string; path: FieldPath; value?: unknown };
};

/** A draft about one record. */
export const about = (record: AnyRecord, { facts = {}, fix, ...said }: Said): Draft => ({
  ...said,
  facts,
  file: record.path,
  id: record.id,
  ...(fix === undefined ? {} : { fix: { ...fix, file: record.path } }),
});

/** Records of both revisions with the same id. */
export function* changedRecords({
  program,
  base,
}: RuleContext): Generator<{ before: AnyRecord; after: AnyRecord }> {
  if (base === undefined) return;
  for (const after of program.records.values()) {
    const before = base.records.get(after.id);
    if (before !== undefined && before !== after) yield { before, after };
  }
}

/** Data of any record as plain data: for rules that go by field name. */
export const fieldsOf = (record: AnyRecord): Readonly<Record<string, unknown>> => record.data;
