import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';

/** Created by mistake. Files are never deleted and numbers never reused (domain 1.1). */
export type VoidRecord = { intent: 'void-record'; id: string; reason: string };

export const planVoidRecord = (intent: VoidRecord, context: PlanContext): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: [],
    verb: 'Void',
    to: 'void',
    note: intent.reason,
    guard: () => mustSay(context, 'reason', intent.reason),
  });
