import { samePerson } from '../../policy/role-holders.ts';
import { ok } from '../../result.ts';
import { changeRecord } from '../edit-of.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget, setFields } from '../target.ts';

/** Another person answers for the record from now on: exactly one, never a team (domain 1.2). */
export type ReassignOwner = { intent: 'reassign-owner'; id: string; owner: string };

export function planReassignOwner(intent: ReassignOwner, context: PlanContext): Planned {
  const { id } = intent;
  const owner = intent.owner.trim();
  if (owner === '') return refuse('owner-missing', { id }, [context.by]);
  const target = findTarget(context, id);
  if (!target.ok) return target;
  const { people } = context.program;
  const current = target.value.data.owner;
  if (typeof current === 'string' && samePerson(context.program, current, owner)) {
    return refuse('nothing-changed', { id });
  }
  const inactive = people.people.find(
    (person) => !person.active && samePerson(context.program, person.id, owner),
  );
  if (inactive !== undefined) return refuse('person-inactive', { id, person: inactive.id });
  const ops = setFields(target.value, { owner });
  return ok(changeRecord(intent.intent, target.value, `Reassign ${id} to ${owner}`, ops));
}
