import { digestOf } from '../policy/digest.ts';
import type { Program } from '../program/program.ts';
import type { Criterion } from '../record/criterion.ts';

const definition = (criterion: Criterion): Record<string, unknown> => {
  const { id, statement, mandatory, severity, kind, category } = criterion;
  const { verification, query, standard_ref } = criterion;
  const { actual: _measured, ...measure } = criterion.measure ?? {};
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
    standard_ref,
  };
};

/** What a sign-off of this gate covers today (rulings B1), or undefined for an unknown gate. */
export function gateDigest(program: Program, id: string): string | undefined {
  const gate = program.byKind.gate.find((candidate) => candidate.id === id);
  if (gate === undefined) return undefined;
  const criteria = program.byKind.criterion
    .filter((criterion) => criterion.id.startsWith(`${id}.`) && criterion.data.status !== 'void')
    .map((criterion) => definition(criterion.data))
    .toSorted((left, right) => (String(left.id) < String(right.id) ? -1 : 1));
  const { pass_threshold_pct, required_signoffs } = gate.data;
  return digestOf({ pass_threshold_pct, required_signoffs, criteria });
}
