import { ok } from '../../result.ts';
import { notInPast } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { moveRecord } from '../move-record.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget } from '../target.ts';

/** A date from either side; the first answer opens the negotiation (domain 1.11). */
export type ProposeDate = { intent: 'propose-date'; id: string; date: string; note?: string };

export function planProposeDate(intent: ProposeDate, context: PlanContext): Planned {
  const { id, date, note } = intent;
  const target = findTarget(context, id, 'dependency');
  if (!target.ok) return target;
  const { status } = target.value;
  if (status !== 'requested' && status !== 'negotiating') {
    return refuse('not-under-negotiation', { id, status });
  }
  const past = notInPast(context, 'date', date);
  if (past !== undefined) return past;
  const proposal = append('proposals', filled({ at: context.at, by: context.by, date, note }));
  const ops =
    status === 'negotiating'
      ? ok([proposal])
      : moveRecord(context, target.value, { to: 'negotiating', ops: [proposal] });
  if (!ops.ok) return ops;
  return ok(changeRecord(intent.intent, target.value, `Propose ${date} for ${id}`, ops.value));
}
