import type { Criterion } from '../record/criterion.ts';
import type { Gate } from '../record/gate.ts';
import { digestOf } from './digest.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function definitionOf(criterion: Criterion): Readonly<Record<string, unknown>> {
  const { id, statement, mandatory, severity, kind, category, verification, query } = criterion;
  const { actual: _, ...measure } = criterion.measure ?? {};
  return {
    id,
    statement,
    mandatory,
    severity,
    kind,
    category,
    measure: criterion.measure === undefined ? undefined : measure,
    verification,
    query,
    standard_ref: criterion.standard_ref,
  };
}

/**
 * What a sign-off covers (rulings B1): the definition of the gate and of its criteria, never their status or evidence.
 * Defaults count as written; criteria sort by id as text; a void criterion is no part of the set, so voiding one makes
 * sign-offs stale.
 */
export const criteriaDigest = (gate: Gate, criteria: readonly Criterion[]): string =>
  digestOf({
    pass_threshold_pct: gate.pass_threshold_pct,
    required_signoffs: gate.required_signoffs,
    criteria: criteria
      .filter(({ status }) => status !== 'void')
      .toSorted(byId)
      .map(definitionOf),
  });
