import { controlledBy } from '../policy/controlled-by.ts';
import { activeRules } from '../policy/profile.ts';
import { withChanges } from '../program/with-changes.ts';
import { applyEdit } from './apply-edit.ts';
import type { Edit } from './edit.ts';
import type { PlanContext } from './plan-context.ts';

/** Says on the edit which decision rights it falls under; nothing in lite (rulings A1, A2). */
export function markControlled(context: PlanContext, edit: Edit): Edit {
  const { program, today } = context;
  if (activeRules(program.charter, program.policy).size === 0) return edit;
  const applied = applyEdit(edit, (path) => program.files.get(path)?.text);
  if (!applied.ok) return edit;
  const rules = controlledBy(program, withChanges(program, applied.value), today);
  return rules.length === 0 ? edit : { ...edit, controlled: rules };
}
