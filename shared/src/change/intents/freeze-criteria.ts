import { gateDigest } from '../gate-digest.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** From here on the criteria stand: their digest is stored and the review begins (domain 1.7). */
export type FreezeCriteria = { intent: 'freeze-criteria'; gate: string; decider?: string };

export const planFreezeCriteria = (intent: FreezeCriteria, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.gate,
    kinds: ['gate'],
    verb: 'Freeze the criteria of',
    to: 'in_review',
    set: {
      criteria_digest: gateDigest(context.program, intent.gate),
      decider: intent.decider,
    },
  });
