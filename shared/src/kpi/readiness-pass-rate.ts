import type { Criterion } from '../record/criterion.ts';
import type { Gate } from '../record/gate.ts';
import type { TypedRecord } from '../record/record-types.ts';
import { percent, sum, Tally } from './average.ts';
import type { KpiDefinition, Measured } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

type Count = { id: string; applicable: number; met: number; waived: number; mandatory: number };

const JUDGED = new Set<string>(['go', 'conditional_go', 'no_go']);

function decidedIn(view: KpiView, { decision }: Gate): boolean {
  return (
    decision !== undefined && JUDGED.has(decision.outcome) && view.inWindow(view.day(decision.at))
  );
}

function decidedCounts(view: KpiView, tally: Tally): Count[] {
  return view.records('gate').flatMap(({ id, data }) => {
    if (!decidedIn(view, data)) return [];
    const snapshot = data.decision?.snapshot;
    if (snapshot === undefined) {
      tally.leaveOut(id, 'missing-snapshot');
      return [];
    }
    const { applicable, met, waived, mandatory_unmet: mandatory } = snapshot;
    return [{ id, applicable, met, waived, mandatory }];
  });
}

const isWaived = (criterion: Criterion, status: string, day: string): boolean =>
  status === 'waived' && criterion.waiver !== undefined && criterion.waiver.expires >= day;

/** Criteria of a gate with the status they had. */
function criteriaOf(view: KpiView, gate: string): { data: Criterion; status: string }[] {
  return view.program.byKind.criterion
    .filter(({ id }) => id.startsWith(`${gate}.`))
    .map((record) => ({ data: record.data, status: view.statusAt(record) }))
    .filter(({ status }) => status !== 'void' && status !== 'not_applicable');
}

function liveCount(view: KpiView, { id }: TypedRecord<'gate'>): Count {
  const criteria = criteriaOf(view, id);
  const unmet = criteria.filter(({ status }) => status !== 'met');
  return {
    id,
    applicable: criteria.length,
    met: criteria.length - unmet.length,
    waived: unmet.filter(({ data, status }) => isWaived(data, status, view.at)).length,
    mandatory: unmet.filter(({ data }) => data.mandatory).length,
  };
}

function pool(counts: readonly Count[], tally: Tally, live: boolean): Measured {
  for (const { id, met, applicable } of counts) tally.count(id, percent(met, applicable) ?? 0);
  const total = (pick: (count: Count) => number): number => sum(counts.map(pick));
  const applicable = total((count) => count.applicable);
  const met = total((count) => count.met);
  const waived = total((count) => count.waived);
  const value = percent(met, applicable);
  return tally.figure(
    { value, n: counts.length, numerator: met, denominator: applicable },
    {
      with_waivers: percent(met + waived, applicable),
      mandatory_unmet: total((count) => count.mandatory),
      in_progress: live,
    },
  );
}

/** KPI 9: criteria met of those that apply, pooled over the gates decided; else over gates in review, flagged. */
export const readinessPassRate: KpiDefinition = {
  number: 9,
  key: 'readiness_pass_rate',
  unit: 'percent',
  better: 'up',
  target: { ok: ['>=', 95], warn: ['>=', 90] },
  okOnlyIf: ({ details }) => details.mandatory_unmet === 0,
  measure: (view) => {
    const tally = new Tally();
    const decided = view.records('gate').some(({ data }) => decidedIn(view, data));
    if (decided) return pool(decidedCounts(view, tally), tally, false);
    const open = view.records('gate').filter((gate) => view.statusAt(gate) === 'in_review');
    return pool(
      open.map((gate) => liveCount(view, gate)),
      tally,
      open.length > 0,
    );
  },
};
