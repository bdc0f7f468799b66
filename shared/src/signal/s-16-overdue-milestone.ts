import { groupBy } from '../kpi/group-by.ts';
import { committedAt } from '../kpi/history.ts';
import type { Milestone } from '../record/milestone.ts';
import { dayAfter } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function overdue(view: SignalView, milestone: Milestone): Found[] {
  if (milestone.status !== 'committed' && milestone.status !== 'in_progress') return [];
  const committed = committedAt(milestone, view.asOf, view.program.charter.timezone);
  if (committed === undefined || committed >= view.asOf) return [];
  const facts = {
    committed,
    days: view.wd(committed, view.asOf),
    forecast: milestone.forecast_date,
  };
  const since = dayAfter(committed);
  return [{ code: 'overdue', severity: 'high', subjects: [milestone.id], facts, since }];
}

/** Readings S-16: external evidence, an `evidence_for` link from either side, or a gate that said go. */
function isProven(view: SignalView, milestone: Milestone, pointed: ReadonlySet<string>): boolean {
  const { external, links, id } = milestone;
  const outcome = view.relations.gateOf(id)?.data.decision?.outcome;
  return (
    pointed.has(id) ||
    external.some(({ role }) => role === 'evidence') ||
    links.some(({ rel }) => rel === 'evidence_for') ||
    outcome === 'go' ||
    outcome === 'conditional_go'
  );
}

function evidenced({ program }: SignalView): ReadonlySet<string> {
  const links = [...program.records.values()].flatMap(({ data }) => data.links);
  const targets = groupBy(links, ({ rel }) => rel).get('evidence_for') ?? [];
  return new Set(targets.map(({ to }) => to));
}

/** S-16: a promised day has passed; or something is said to be achieved and nothing shows it. */
export const overdueMilestone: SignalDefinition = {
  rule: 'S-16',
  detect: (view) => {
    const pointed = evidenced(view);
    return view.all('milestone').flatMap((milestone): Found[] => {
      if (milestone.status !== 'achieved') return overdue(view, milestone);
      if (isProven(view, milestone, pointed)) return [];
      const since = milestone.actual_date;
      return [{ code: 'unevidenced', severity: 'warn', subjects: [milestone.id], since }];
    });
  },
};
