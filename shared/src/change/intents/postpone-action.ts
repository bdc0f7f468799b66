import { isTerminal } from '../../record/lifecycle.ts';
import { recordTypes } from '../../record/record-types.ts';
import { ok } from '../../result.ts';
import { mustSay, notInPast } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget, setFields } from '../target.ts';

/** A new due date; the first one stays for the record (domain 1.14). */
export type PostponeAction = { intent: 'postpone-action'; id: string; due: string; reason: string };

export function planPostponeAction(intent: PostponeAction, context: PlanContext): Planned {
  const { id, due, reason } = intent;
  const target = findTarget(context, id, 'action');
  if (!target.ok) return target;
  const { status, data } = target.value;
  if (isTerminal(recordTypes.action.lifecycle, status))
    return refuse('record-is-over', { id, status });
  if (data.due === due) return refuse('date-unchanged', { id, date: due });
  const refusal = mustSay(context, 'reason', reason) ?? notInPast(context, 'due', due);
  if (refusal !== undefined) return refusal;
  const first = data.original_due === undefined ? { original_due: data.due ?? due } : {};
  const ops = [
    ...setFields(target.value, { due, ...first }),
    append('due_history', filled({ at: context.at, from: data.due, to: due, reason })),
  ];
  return ok(changeRecord(intent.intent, target.value, `Postpone ${id} to ${due}`, ops));
}
