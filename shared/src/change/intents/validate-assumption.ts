import { mustSay } from '../day-check.ts';
import { type EvidenceGiven, evidenceEntry } from '../evidence-entry.ts';
import type { PlanContext, Planned } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { append, requireRecords } from '../target.ts';

/** Proves an assumption, or breaks it; a broken one names the risk, issue or change that follows (domain 1.9). */
export type ValidateAssumption = {
  intent: 'validate-assumption';
  id: string;
  outcome: 'valid' | 'invalid' | 'retired';
  evidence?: EvidenceGiven;
  note?: string;
  /** R, I or CR that a broken assumption leads to. */
  leads_to?: string;
};

export function planValidateAssumption(intent: ValidateAssumption, context: PlanContext): Planned {
  const { id, outcome, evidence, note, leads_to } = intent;
  const known = requireRecords(context, [leads_to]);
  if (!known.ok) return known;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['assumption'],
    verb: `Record as ${outcome}:`,
    to: outcome,
    note,
    set: {
      outcome_note: note,
      ...(outcome === 'retired' ? {} : { validated_on: context.today }),
    },
    ops: [
      ...(evidence === undefined ? [] : [append('evidence', evidenceEntry(evidence, context))]),
      ...(leads_to === undefined ? [] : [append('links', { rel: 'affects', to: leads_to })]),
    ],
    guard: () => (outcome === 'retired' ? mustSay(context, 'note', note) : undefined),
  });
}
