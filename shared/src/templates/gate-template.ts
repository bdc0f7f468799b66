import type { Criterion } from '../record/criterion.ts';
import type { Gate } from '../record/gate.ts';

/** One suggested criterion: the words are a start, the team sets target and owner. */
export type CriterionTemplate = {
  title: string;
  statement: string;
  category: Criterion['category'];
  severity: Criterion['severity'];
  mandatory: boolean;
  kind: Criterion['kind'];
  measure: NonNullable<Criterion['measure']>;
};

/** A gate to begin from (domain 1.7). Nothing in it claims to follow a published standard. */
export type GateTemplate = {
  id: string;
  title: string;
  type: Gate['type'];
  signoffs: readonly { role: string; mandatory: boolean }[];
  criteria: readonly CriterionTemplate[];
};

type Row = readonly [
  title: string,
  statement: string,
  category: Criterion['category'],
  severity: Criterion['severity'],
  measure: CriterionTemplate['measure'],
  options?: { optional?: true; entry?: true },
];

/** Rows are what a reviewer reads; this makes criteria of them. */
export const criteriaOf = (rows: readonly Row[]): readonly CriterionTemplate[] =>
  rows.map(([title, statement, category, severity, measure, options]) => ({
    title,
    statement,
    category,
    severity,
    measure,
    mandatory: !options?.optional,
    kind: options?.entry ? 'entry' : 'exit',
  }));

export const exists = (metric: string): CriterionTemplate['measure'] => ({
  metric,
  operator: 'exists',
});

export const atLeast = (
  metric: string,
  target: number,
  unit: string,
): CriterionTemplate['measure'] => ({ metric, operator: '>=', target, unit });

export const atMost = (
  metric: string,
  target: number,
  unit: string,
): CriterionTemplate['measure'] => ({ metric, operator: '<=', target, unit });
