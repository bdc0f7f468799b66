import type { Program } from '../program/program.ts';
import { heldRole, holdersOf as holdersInScope, personId } from '../readiness/roles.ts';

const WHOLE = 'program';

/** Person ids that hold a role on a day; without a scope those who hold it for the whole program. */
export const holdersOf = (
  program: Program,
  role: string,
  at: string,
  scope: string = WHOLE,
): readonly string[] => holdersInScope(program, role, scope, at);

export const holdsRole = (
  program: Program,
  person: string,
  role: string,
  at: string,
  scope: string = WHOLE,
): boolean => heldRole(program, person, role, scope, at);

/** True when two references (id, `@login`, e-mail) name the same person. */
export const samePerson = (
  program: Program,
  left: string | undefined,
  right: string | undefined,
): boolean =>
  left !== undefined && right !== undefined && personId(program, left) === personId(program, right);
