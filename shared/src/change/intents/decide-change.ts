import { mustSay } from '../day-check.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { requireRecords } from '../target.ts';

/** Approved, rejected or put off (domain 1.13). */
export type DecideChange = {
  intent: 'decide-change';
  id: string;
  outcome: 'approved' | 'approved_with_changes' | 'rejected' | 'deferred';
  note?: string;
  /** DEC that holds the decision. */
  decision?: string;
};

export function planDecideChange(intent: DecideChange, context: PlanContext): Planned {
  const { id, outcome, note, decision } = intent;
  const known = requireRecords(context, [decision]);
  if (!known.ok) return known;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['change'],
    verb: `Record as ${outcome}:`,
    to: outcome === 'approved_with_changes' ? 'approved' : outcome,
    note,
    ref: decision,
    set: { outcome, decision, decided_on: context.today },
    guard: () => (outcome.startsWith('approved') ? undefined : mustSay(context, 'note', note)),
  });
}
