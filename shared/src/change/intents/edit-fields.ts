import { isControlledField } from '../../policy/controlled-fields.ts';
import { ok } from '../../result.ts';
import { sameValue, valueAt } from '../../text/field-value.ts';
import { changeRecord } from '../edit-of.ts';
import { lockedFields } from '../locked-fields.ts';
import { logField } from '../log-entry.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget, pathOf, removeFields, setFields } from '../target.ts';

/** Edits fields where they stand; those decision rights watch get a log entry (rulings B5). */
export type EditFields = {
  intent: 'edit-fields';
  id: string;
  /** Dotted field names and their new values. */
  set?: Readonly<Record<string, unknown>>;
  /** Dotted field names to take out. */
  remove?: readonly string[];
  note?: string;
};

export function planEditFields(intent: EditFields, context: PlanContext): Planned {
  const { id, set = {}, remove = [] } = intent;
  const target = findTarget(context, id);
  if (!target.ok) return target;
  const locked = lockedFields([...Object.keys(set), ...remove]);
  if (locked.length > 0) return refuse('field-not-editable', { id, fields: locked });
  const before = (field: string) => valueAt(target.value.data, pathOf(field));
  const changed = Object.entries(set).filter(([field, value]) => !sameValue(before(field), value));
  const gone = remove.filter((field) => before(field) !== undefined);
  const fields = [...changed.map(([field]) => field), ...gone];
  if (fields.length === 0) return refuse('nothing-changed', { id });
  const log = fields
    .filter((field) => isControlledField(target.value.kind, field))
    .map((field) =>
      logField(context, { field, from: before(field), to: set[field] }, { note: intent.note }),
    );
  const ops = [
    ...setFields(target.value, Object.fromEntries(changed)),
    ...removeFields(target.value, gone),
    ...log,
  ];
  return ok(changeRecord(intent.intent, target.value, `Edit ${id}: ${fields.join(', ')}`, ops));
}
