import type { Incidents } from '../record/charter.ts';
import { epochMinutes } from '../schedule/day-of.ts';
import { daysBetween } from '../schedule/working-days.ts';
import { mean, meanFigure, median, Tally } from './average.ts';
import { groupBy } from './group-by.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

type Incident = Incidents['incidents'][number];

/** An incident belongs where the record that caused it belongs (readings G.9). */
const workstreamOf = (view: KpiView, incident: Incident): string | undefined =>
  view.program.records.get(incident.caused_by ?? '')?.data.workstream;

const hoursOf = ({ started_at, restored_at }: Incident): number =>
  restored_at === undefined ? 0 : (epochMinutes(restored_at) - epochMinutes(started_at)) / 60;

function meansBySeverity(restored: readonly Incident[]): Record<string, number | null> {
  const groups = groupBy(restored, ({ severity }) => severity ?? 'unknown');
  return Object.fromEntries([...groups].map(([tier, found]) => [tier, mean(found.map(hoursOf))]));
}

const isOpenAt = (day: string, started: string, ended: string | undefined): boolean =>
  started <= day && (ended === undefined || ended > day);

type Sorted = { restored: Incident[]; open: { id: string; days: number }[] };

function sortIncidents(view: KpiView): Sorted {
  const { incidents } = view.program.incidents;
  const ours = incidents.filter((incident) => view.belongs(workstreamOf(view, incident)));
  const ended = ({ restored_at: at }: Incident) => (at === undefined ? undefined : view.day(at));
  const open = ours.filter((each) => isOpenAt(view.at, view.day(each.started_at), ended(each)));
  return {
    restored: ours.filter((incident) => view.inWindow(ended(incident))),
    open: open.map(({ id, started_at }) => ({
      id: String(id),
      days: daysBetween(view.day(started_at), view.at),
    })),
  };
}

/** KPI 12: mean hours from start to restoration of the incidents restored in the window. */
export const meanTimeToRestore: KpiDefinition = {
  number: 12,
  key: 'mean_time_to_restore',
  unit: 'hours',
  better: 'down',
  measure: (view) => {
    const tally = new Tally();
    const { restored, open } = sortIncidents(view);
    for (const incident of restored) tally.count(String(incident.id), hoursOf(incident));
    for (const { id } of open) tally.leaveOut(id, 'unresolved');
    const caused = restored.filter(({ caused_by }) => caused_by !== undefined);
    return tally.figure(meanFigure(tally.values), {
      median: median(tally.values),
      failed_deployment_recovery: mean(caused.map(hoursOf)),
      by_severity: meansBySeverity(restored),
      open,
    });
  },
};
