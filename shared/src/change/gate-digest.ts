import type { Program } from '../program/program.ts';
import { criteriaDigest } from '../readiness/criteria-digest.ts';
import { criteriaOf } from '../record/criteria-of.ts';

/** What a sign-off of this gate covers today (rulings B1), or undefined for an unknown gate. */
export function gateDigest(program: Program, id: string): string | undefined {
  const gate = program.records.get(id);
  if (gate?.kind !== 'gate') return undefined;
  return criteriaDigest(
    gate.data,
    criteriaOf(program, id).map(({ data }) => data),
  );
}
