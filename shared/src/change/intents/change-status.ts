import { lockedFields } from '../locked-fields.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Any move along a record's lifecycle, with the fields the new state asks for. */
export type ChangeStatus = {
  intent: 'change-status';
  id: string;
  to: string;
  /** Dotted field names and their new values. */
  set?: Readonly<Record<string, unknown>>;
  note?: string;
};

export function planChangeStatus(intent: ChangeStatus, context: PlanContext): Planned {
  const locked = lockedFields(Object.keys(intent.set ?? {}));
  if (locked.length > 0) return refuse('field-not-editable', { id: intent.id, fields: locked });
  return planMove(context, { ...intent, kinds: [], verb: `Move to ${intent.to}:` });
}
