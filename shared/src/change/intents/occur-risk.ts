import { notInFuture } from '../day-check.ts';
import { newNumbered } from '../new-record.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { findTarget, requireRecords } from '../target.ts';

/** The risk has happened: it goes on as an issue, an existing one or one made here (domain 1.8). */
export type OccurRisk = {
  intent: 'occur-risk';
  id: string;
  /** Default today. */
  occurred_on?: string;
  /** Existing issue; absent: a new one with the risk's title, owner and effects. */
  issue?: string;
  note?: string;
};

export function planOccurRisk(intent: OccurRisk, context: PlanContext): Planned {
  const { id, note } = intent;
  const target = findTarget(context, id, 'risk');
  if (!target.ok) return target;
  const known = requireRecords(context, [intent.issue]);
  if (!known.ok) return known;
  const { title, workstream, owner, affects, effect } = target.value.data;
  const created =
    intent.issue === undefined
      ? newNumbered(context, 'issue', {
          title,
          workstream,
          owner,
          affects,
          impact: effect,
          from_risk: id,
        })
      : undefined;
  const occurred_on = intent.occurred_on ?? context.today;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['risk'],
    verb: 'Record that it happened:',
    to: 'occurred',
    note,
    set: { occurred_on, issue: intent.issue ?? created?.id },
    created: created === undefined ? [] : [created],
    guard: () => notInFuture(context, 'occurred_on', occurred_on),
  });
}
