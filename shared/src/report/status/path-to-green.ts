import { relationsOf } from '../../health/relations.ts';
import type { Report } from '../../record/report.ts';
import { byKeys, type Named, personName } from '../name-of.ts';
import { type ActionLine, actionLine, actionsFor, isOpenAction } from '../open-actions.ts';
import type { ReportView } from '../report-options.ts';
import type { MilestoneLine } from './milestone-lines.ts';

export type GreenStep =
  | { kind: 'decision'; id: string; title: string; owner: string | null; due: string | null }
  | ({ kind: 'action' } & ActionLine);

/** How an amber or red milestone gets back: what a person wrote, and the decisions and actions that lead there. */
export type PathToGreen = Named & {
  rag: 'amber' | 'red';
  said: string | null;
  steps: readonly GreenStep[];
};

const MOST_STEPS = 3;

/** The milestone, its gate, what affects it and what it waits for: whose actions help it. */
function aroundIt(view: ReportView, milestone: string): ReadonlySet<string> {
  const { affecting, neededBy, gateOf } = relationsOf(view.program);
  const gate = gateOf(milestone)?.id;
  const others = [...affecting(milestone), ...neededBy(milestone)].map(({ id }) => id);
  return new Set([milestone, ...(gate === undefined ? [] : [gate]), ...others]);
}

function decisionsAround(view: ReportView, milestone: string): GreenStep[] {
  const { affecting } = relationsOf(view.program);
  return affecting(milestone).flatMap((record): GreenStep[] => {
    if (record.kind !== 'decision' || record.data.status !== 'requested') return [];
    const { id, title, approver, needed_by } = record.data;
    if (!view.sight.shows(id)) return [];
    return [
      {
        kind: 'decision',
        id,
        title,
        owner: personName(view.program, approver),
        due: needed_by ?? null,
      },
    ];
  });
}

function stepsOf(view: ReportView, milestone: string): GreenStep[] {
  const around = aroundIt(view, milestone);
  const actions = actionsFor(view, around)
    .filter(isOpenAction)
    .map((action): GreenStep => ({ kind: 'action', ...actionLine(view, action) }));
  return [...decisionsAround(view, milestone), ...actions]
    .toSorted(byKeys(({ due }) => [due ?? undefined]))
    .slice(0, MOST_STEPS);
}

/** One path for each amber or red milestone of the page (domain 5.1); empty `said` and `steps` means nobody has a plan. */
export const pathsToGreen = (
  view: ReportView,
  report: Report | undefined,
  milestones: readonly MilestoneLine[],
): PathToGreen[] =>
  milestones.flatMap(({ id, title, health: { rag } }): PathToGreen[] => {
    if (rag !== 'amber' && rag !== 'red') return [];
    const said = report?.items.find(({ ref }) => ref === id)?.path_to_green ?? null;
    return [{ id, title, rag, said, steps: stepsOf(view, id) }];
  });
