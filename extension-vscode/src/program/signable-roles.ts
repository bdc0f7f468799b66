import { heldRole } from '@milepost/shared/readiness/roles';
import { ROLES } from '@milepost/shared/record/people';
import type { TypedRecord } from '@milepost/shared/record/record-types';
import type { ProgramFacts } from './facts.ts';

/**
 * Roles a person may sign a gate off as on this day: those the gate asks for that the person holds; in the lite
 * profile, where nobody has to hold a role, all the gate asks for. A gate that asks for none takes any role held.
 */
export function signableRoles(
  { program, asOf }: Pick<ProgramFacts, 'program' | 'asOf'>,
  gate: TypedRecord<'gate'>,
  by: string,
): readonly string[] {
  const asked = gate.data.required_signoffs.map((one) => one.role);
  const held = (role: string) => heldRole(program, by, role, gate.data.workstream, asOf);
  const mine = (asked.length > 0 ? asked : ROLES).filter(held);
  return mine.length === 0 && program.charter.profile === 'lite' ? asked : mine;
}
