import { notInFuture } from '../day-check.ts';
import { isSafeLink } from '../evidence-entry.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append } from '../target.ts';

/** Reached, on a day that has come, with evidence or a gate that said go (domain 1.6). */
export type AchieveMilestone = {
  intent: 'achieve-milestone';
  id: string;
  /** Default today. */
  actual_date?: string;
  /** `https:` address of the proof. */
  evidence?: string;
  note?: string;
};

export function planAchieveMilestone(intent: AchieveMilestone, context: PlanContext): Planned {
  const { evidence } = intent;
  const actual_date = intent.actual_date ?? context.today;
  const proof = { system: 'url', key: evidence, url: evidence, role: 'evidence' };
  return planMove(context, {
    ...intent,
    kinds: ['milestone'],
    verb: 'Achieve',
    to: 'achieved',
    via: 'in_progress',
    set: { actual_date },
    ops: evidence === undefined ? [] : [append('external', proof)],
    guard: () =>
      evidence !== undefined && !isSafeLink(evidence)
        ? refuse('unsafe-link', { url: evidence })
        : notInFuture(context, 'actual_date', actual_date),
  });
}
