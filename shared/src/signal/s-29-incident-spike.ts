import { mean, sum } from '../kpi/average.ts';
import { groupBy } from '../kpi/group-by.ts';
import { addDays, daysBetween } from '../schedule/working-days.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

type Arrival = { id: string; on: string; component: string | undefined; incident: boolean };

function arrivalsOf({ program, activity, day, asOf }: SignalView): Arrival[] {
  const incidents = program.incidents.incidents.map(({ id, started_at, component }) => ({
    id: String(id),
    on: day(started_at),
    component,
    incident: true,
  }));
  const defects = (activity.defects ?? []).map(({ key, createdAt, component }) => ({
    id: key,
    on: day(createdAt),
    component,
    incident: false,
  }));
  return [...incidents, ...defects].filter(({ on }) => on <= asOf);
}

/** Arrivals per week, newest first; week 0 ends on `asOf`. */
function weeklyCounts(arrivals: readonly Arrival[], asOf: string, weeks: number): number[] {
  const counts = new Array<number>(weeks).fill(0);
  for (const { on } of arrivals) {
    const week = Math.floor(daysBetween(on, asOf) / 7);
    if (week < weeks) counts[week] = (counts[week] as number) + 1;
  }
  return counts;
}

function spike(view: SignalView, arrivals: readonly Arrival[]): Found[] {
  const [now = 0, ...before] = weeklyCounts(arrivals, view.asOf, 9);
  const usual = mean(before) ?? 0;
  const variance = sum(before.map((count) => (count - usual) ** 2)) / before.length;
  const limit = usual + 2 * Math.sqrt(variance);
  if (now <= limit || now < view.limit('count', 5)) return [];
  const facts = { count: now, usual: Math.round(usual * 10) / 10 };
  const since = addDays(view.asOf, -6);
  return [{ code: 'spike', severity: 'high', subjects: ['program'], facts, since }];
}

function clusters(view: SignalView, arrivals: readonly Arrival[]): Found[] {
  const from = addDays(view.asOf, -30);
  const recent = arrivals.filter(
    ({ incident, component, on }) => incident && component !== undefined && on >= from,
  );
  return [...groupBy(recent, ({ component }) => component as string)].flatMap(
    ([component, found]): Found[] => {
      if (found.length < view.limit('incidents', 3)) return [];
      const facts = { component, count: found.length, incidents: found.map(({ id }) => id) };
      return [{ code: 'cluster', severity: 'high', subjects: ['program', component], facts }];
    },
  );
}

/** S-29: many more incidents and defects than usual, or several incidents on one component. */
export const incidentSpike: SignalDefinition = {
  rule: 'S-29',
  detect: (view) => {
    const arrivals = arrivalsOf(view);
    return [...spike(view, arrivals), ...clusters(view, arrivals)];
  },
};
