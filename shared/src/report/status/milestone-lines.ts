import type { Health } from '../../health/health.ts';
import { finishOf, forecastMoves, slip, slipVsCommitted } from '../../health/milestone-figures.ts';
import { isOpenMilestone, milestoneHealth } from '../../health/milestone-health.ts';
import type { Milestone } from '../../record/milestone.ts';
import type { Report } from '../../record/report.ts';
import { addDays } from '../../schedule/working-days.ts';
import { byKeys, type Named, personName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';
import type { MilestoneForecasts } from './milestone-forecasts.ts';
import { seenHealth } from './status-header.ts';

export type MilestoneLine = Named & {
  external: boolean;
  baseline: string | null;
  committed: string | null;
  forecast: string | null;
  p50: string | null;
  p80: string | null;
  /** Working days against the committed date and the first baseline; positive is late. */
  slip: number | null;
  slipVsBaseline: number | null;
  health: Health;
  /** What the last report of a person said about it. */
  reported: string | null;
  owner: string | null;
  /** The forecast moved after the last report: working days, positive is later. */
  moved: { from: string; to: string; days: number } | null;
  /** Due later than in 90 days and listed because it is red. */
  later: boolean;
};

/** Calendar days ahead that the page covers (domain 5.1). */
const HORIZON = 90;

/** Day by which it is due: what was promised, else what is expected. */
const dueOf = (milestone: Milestone): string | undefined =>
  milestone.committed_date ?? finishOf(milestone);

function movedSince(view: ReportView, milestone: Milestone, since: string): MilestoneLine['moved'] {
  const moves = forecastMoves(view.program.charter, milestone, view.asOf, 3660).filter(
    ({ on }) => on > since,
  );
  const [first, last] = [moves.at(0), moves.at(-1)];
  if (first === undefined || last === undefined || first.from === last.to) return null;
  return { from: first.from, to: last.to, days: view.wd(first.from, last.to) };
}

type Context = { report: Report | undefined; since: string; figures: MilestoneForecasts };

const datesOf = ({ program: { charter } }: ReportView, milestone: Milestone) => ({
  baseline: milestone.baseline_date ?? null,
  committed: milestone.committed_date ?? null,
  forecast: finishOf(milestone) ?? null,
  slip: slipVsCommitted(charter, milestone) ?? null,
  slipVsBaseline: slip(charter, milestone) ?? null,
});

function lineOf(
  view: ReportView,
  milestone: Milestone,
  { report, since, figures }: Context,
): MilestoneLine | undefined {
  const { program, asOf } = view;
  const { id, title, owner } = milestone;
  const computed = figures.get(id);
  const health = milestoneHealth(program, id, asOf, computed);
  if (health === undefined) return undefined;
  return {
    id,
    title,
    external: milestone.external_commitment || milestone.type === 'external',
    ...datesOf(view, milestone),
    p50: computed?.p50 ?? null,
    p80: computed?.p80 ?? null,
    health: seenHealth(view, health).health,
    reported: report?.items.find(({ ref }) => ref === id)?.rag ?? null,
    owner: personName(program, owner),
    moved: movedSince(view, milestone, since),
    later: (dueOf(milestone) ?? '') > addDays(asOf, HORIZON),
  };
}

/** Open milestones due in 90 days, overdue ones included, and later ones that are red; by date. */
export function milestoneLines(view: ReportView, context: Context): MilestoneLine[] {
  const open = view.program.byKind.milestone
    .map(({ data }) => data)
    .filter((milestone) => isOpenMilestone(milestone) && dueOf(milestone) !== undefined)
    .toSorted(byKeys((milestone) => [dueOf(milestone)]));
  return open
    .filter(({ id }) => view.sight.shows(id))
    .map((milestone) => lineOf(view, milestone, context))
    .filter((line) => line !== undefined)
    .filter(({ later, health }) => !later || health.rag === 'red');
}
