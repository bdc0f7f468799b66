import type { Decision } from '../record/decision.ts';
import { workingDaysBetween } from '../schedule/working-days.ts';
import { mean, meanFigure, median, percentile, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

/** Working days a decision of each class may take (domain 2.8 E6). */
export const DECISION_LIMITS = { standard: 5, urgent: 2, strategic: 10 } as const;

type Latency = { class: Decision['class']; days: number };

function withdrawnInWindow(view: KpiView, decision: Decision): boolean {
  const entry = decision.log.findLast(({ to }) => to === 'withdrawn');
  return entry !== undefined && view.inWindow(view.day(entry.at));
}

function decidedLatencies(view: KpiView, tally: Tally): Latency[] {
  return view.records('decision').flatMap(({ id, data }) => {
    if (data.status === 'withdrawn') {
      if (withdrawnInWindow(view, data)) tally.leaveOut(id, 'withdrawn');
      return [];
    }
    if (!view.inWindow(data.decided_on)) return [];
    if (data.requested_on === undefined) {
      tally.leaveOut(id, 'missing-requested-on');
      return [];
    }
    const days = workingDaysBetween(view.calendar, data.requested_on, data.decided_on);
    tally.count(id, days);
    return [{ class: data.class, days }];
  });
}

const byClass = (found: readonly Latency[]) =>
  Object.fromEntries(
    (['standard', 'urgent', 'strategic'] as const).map((name) => {
      const days = found.filter((each) => each.class === name).map((each) => each.days);
      return [name, { mean: mean(days), n: days.length, target: DECISION_LIMITS[name] }];
    }),
  );

/** Decisions still waiting: their age so far, shown apart because it is not final. */
function openAges(view: KpiView): { id: string; days: number }[] {
  return view.records('decision').flatMap((record) => {
    const status = view.statusAt(record);
    const { requested_on: requested } = record.data;
    const waits = (status === 'requested' || status === 'deferred') && requested !== undefined;
    if (!waits || requested > view.at) return [];
    return [{ id: record.id, days: workingDaysBetween(view.calendar, requested, view.at) }];
  });
}

/** KPI 4: mean working days from request to decision, of decisions made in the window. */
export const decisionLatency: KpiDefinition = {
  number: 4,
  key: 'decision_latency',
  unit: 'working_days',
  better: 'down',
  target: { ok: ['<', 5], warn: ['<=', 10] },
  measure: (view) => {
    const tally = new Tally();
    const found = decidedLatencies(view, tally);
    return tally.figure(meanFigure(tally.values), {
      median: median(tally.values),
      p85: percentile(tally.values, 0.85),
      by_class: byClass(found),
      open: openAges(view),
    });
  },
};
