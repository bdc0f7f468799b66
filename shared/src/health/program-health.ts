import type { Said } from '../context/badge.ts';
import type { Program } from '../program/program.ts';
import type { Milestone } from '../record/milestone.ts';
import type { TypedRecord } from '../record/record-types.ts';
import { addDays } from '../schedule/working-days.ts';
import { budgetFact } from './budget-health.ts';
import type { Health, Rag } from './health.ts';
import {
  byLevel,
  type ComputedFigures,
  isOpenMilestone,
  milestoneHealth,
} from './milestone-health.ts';

/** Figures of the schedule by milestone id. */
export type ComputedByMilestone = ReadonlyMap<string, ComputedFigures>;

/** Calendar days ahead that count for a workstream (domain 2.6). */
const HORIZON = 90;

const WORST_FIRST: readonly Rag[] = ['red', 'amber', 'grey', 'green', 'not_started', 'complete'];

/** The worst of all; grey is worse than green, since nobody knows. Empty: not started. */
export const worstRag = (rags: readonly Rag[]): Rag =>
  WORST_FIRST.find((rag) => rags.includes(rag)) ?? 'not_started';

function isDue(milestone: Milestone, asOf: string): boolean {
  const date = milestone.committed_date ?? milestone.forecast_date;
  return isOpenMilestone(milestone) && date !== undefined && date <= addDays(asOf, HORIZON);
}

/** Each fact says which milestone or workstream it comes from. */
const from = (id: string, why: readonly Said[]): readonly Said[] =>
  why.map((said) => ({ ...said, facts: { from: id, ...said.facts } }));

function worstOf(parts: readonly { id: string; health: Health }[]): Health {
  const rag = worstRag(parts.map(({ health }) => health.rag));
  const why = parts
    .filter(({ health }) => health.rag === rag)
    .flatMap(({ id, health }) => from(id, health.why))
    .toSorted(byLevel);
  return { rag, why };
}

function milestonesHealth(
  program: Program,
  milestones: readonly TypedRecord<'milestone'>[],
  asOf: string,
  computed: ComputedByMilestone | undefined,
): Health {
  const due = milestones.filter(({ data }) => isDue(data, asOf));
  const parts = due.flatMap(({ id }) => {
    const health = milestoneHealth(program, id, asOf, computed?.get(id));
    return health === undefined ? [] : [{ id, health }];
  });
  const isOver =
    milestones.length > 0 && milestones.every(({ data }) => data.status === 'achieved');
  return parts.length === 0 && isOver ? { rag: 'complete', why: [] } : worstOf(parts);
}

/**
 * Worst of the workstream's open milestones due within 90 days, overdue ones included (domain 2.6). `id` is a
 * workstream id or `program` for milestones without one. Nothing due: `not_started`; all achieved: `complete`.
 */
export function workstreamHealth(
  program: Program,
  id: string,
  asOf: string,
  computed?: ComputedByMilestone,
): Health {
  const own = program.byKind.milestone.filter(
    ({ data }) => data.workstream === id && data.status !== 'void',
  );
  return milestonesHealth(program, own, asOf, computed);
}

/**
 * Worst workstream, and the budget where there is one (domain 2.6). The scope dimension needs tracker data (S-24); whoever
 * has it passes it as `scope`.
 */
export function programHealth(
  program: Program,
  asOf: string,
  computed?: ComputedByMilestone,
  scope?: Health,
): Health {
  const named = program.byKind.milestone.map(({ data }) => data.workstream);
  const workstreams = [...new Set(named)].map((id) => ({
    id,
    health: workstreamHealth(program, id, asOf, computed),
  }));
  const budget = budgetFact(program, asOf);
  return worstOf([
    ...workstreams,
    ...(budget === undefined ? [] : [{ id: 'budget', health: budget }]),
    ...(scope === undefined ? [] : [{ id: 'scope', health: scope }]),
  ]);
}
