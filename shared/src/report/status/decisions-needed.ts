import type { Decision } from '../../record/decision.ts';
import { byKeys, type Capped, capped, type Named, personName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';

export type DecisionOption = {
  id: string;
  title: string;
  /** Working days later; null where nobody said. */
  scheduleDays: number | null;
  cost: number | null;
  riskNote: string | null;
  scopeEffect: string | null;
  recommended: boolean;
};

export type DecisionNeeded = Named & {
  question: string;
  options: readonly DecisionOption[];
  rationale: string | null;
  approver: string | null;
  neededBy: string | null;
  /** Working days left; negative when the day has passed. */
  daysLeft: number | null;
  costOfDelay: string | number | null;
};

/** At most three: who gets more questions answers none (domain 5.1). */
const MOST = 3;

export const optionsOf = ({ options, recommendation }: Decision): DecisionOption[] =>
  options.map((option) => ({
    id: option.id,
    title: option.title,
    scheduleDays: option.schedule_days ?? null,
    cost: option.cost ?? null,
    riskNote: option.risk_note ?? null,
    scopeEffect: option.scope_effect ?? null,
    recommended: option.id === recommendation?.option,
  }));

function neededOf({ program, asOf, wd }: ReportView, decision: Decision): DecisionNeeded {
  const { id, title, question, recommendation, approver, needed_by, cost_of_delay } = decision;
  return {
    id,
    title,
    question: question ?? title,
    options: optionsOf(decision),
    rationale: recommendation?.rationale ?? null,
    approver: personName(program, approver),
    neededBy: needed_by ?? null,
    daysLeft: needed_by === undefined ? null : wd(asOf, needed_by),
    costOfDelay: cost_of_delay ?? null,
  };
}

const delayRank = ({ cost_of_delay: cost }: Decision): number | undefined => {
  if (typeof cost === 'number') return -cost;
  return cost === undefined ? undefined : 0;
};

/** Requested decisions, soonest needed first, then the dearest delay. */
export function decisionsNeeded(view: ReportView): Capped<DecisionNeeded> {
  const open = view.program.byKind.decision
    .map(({ data }) => data)
    .filter(({ id, status }) => status === 'requested' && view.sight.shows(id))
    .toSorted(byKeys((decision) => [decision.needed_by, delayRank(decision)]));
  const { items, more } = capped(open, MOST);
  return { items: items.map((decision) => neededOf(view, decision)), more };
}
