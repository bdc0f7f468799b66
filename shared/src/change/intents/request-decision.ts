import { notInPast } from '../day-check.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import { findTarget, type Target } from '../target.ts';
import type { OptionGiven } from './draft-decision.ts';

/** Puts the question to the approver. The clock starts once: asking again does not reset it (domain 1.12). */
export type RequestDecision = {
  intent: 'request-decision';
  id: string;
  question?: string;
  options?: readonly OptionGiven[];
  recommendation?: { option: string; rationale?: string };
  approver?: string;
  needed_by?: string;
  note?: string;
};

function checkOptions(intent: RequestDecision, target: Target): Refused | undefined {
  const options = intent.options ?? (Array.isArray(target.data.options) ? target.data.options : []);
  if (options.length < 2)
    return refuse('two-options-needed', { id: target.id, count: options.length });
  return undefined;
}

export function planRequestDecision(intent: RequestDecision, context: PlanContext): Planned {
  const { id, question, options, recommendation, approver, needed_by, note } = intent;
  const target = findTarget(context, id, 'decision');
  if (!target.ok) return target;
  const first = target.value.data.requested_on === undefined;
  return planMove(context, {
    intent: intent.intent,
    id,
    kinds: ['decision'],
    verb: 'Request',
    to: 'requested',
    note,
    set: {
      question,
      options,
      recommendation: recommendation && { by: context.by, ...recommendation },
      approver,
      needed_by,
      ...(first ? { requested_on: context.today } : {}),
    },
    guard: (decision) =>
      checkOptions(intent, decision) ?? notInPast(context, 'needed_by', needed_by),
  });
}
