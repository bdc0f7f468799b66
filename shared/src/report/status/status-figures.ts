import type { Kpi } from '../../kpi/kpi.ts';
import { measure } from '../../kpi/measure.ts';
import { assessGate } from '../../readiness/assess-gate.ts';
import type { GateVerdict } from '../../readiness/assessment.ts';
import { addDays } from '../../schedule/working-days.ts';
import { byKeys, type Named } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';

/** A KPI without the records behind it: those are in `milestone kpi`. */
export type KpiLine = Pick<
  Kpi,
  'number' | 'key' | 'value' | 'unit' | 'n' | 'numerator' | 'denominator' | 'status' | 'trend'
>;

/** The next gate that is not decided. */
export type NextGate = Named & {
  review: string;
  met: number;
  applicable: number;
  mandatoryUnmet: number;
  verdict: GateVerdict;
};

export type StatusFigures = {
  /** Window of the KPIs, 30 days up to the day. */
  from: string;
  to: string;
  kpis: readonly KpiLine[];
  /** KPI 3, KPI 17 and KPI 9 (domain 5.1). */
  scope: KpiLine & { changes: number };
  cost: KpiLine & { toDate: number | null; eac: number | null; bac: number | null };
  readiness: KpiLine & { inProgress: boolean; nextGate: NextGate | null };
};

/** On time, decision latency, dependency age, critical risks, risk burn-down, reports and actions on time. */
const STRIP: readonly number[] = [1, 4, 5, 6, 7, 14, 15];

const lineOf = (kpi: Kpi): KpiLine => ({
  number: kpi.number,
  key: kpi.key,
  value: kpi.value,
  unit: kpi.unit,
  n: kpi.n,
  numerator: kpi.numerator,
  denominator: kpi.denominator,
  status: kpi.status,
  trend: kpi.trend,
});

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function nextGate(view: ReportView): NextGate | null {
  const open = view.program.byKind.gate
    .map(({ data }) => data)
    .filter(({ id, status }) => ['defined', 'in_review'].includes(status) && view.sight.shows(id))
    .filter(({ review_date }) => review_date !== undefined)
    .toSorted(byKeys(({ review_date }) => [review_date]));
  const gate = open.find(({ review_date: review = '' }) => review >= view.asOf) ?? open.at(-1);
  const assessed = gate && assessGate(view.program, gate.id, view.asOf);
  if (gate?.review_date === undefined || assessed === undefined) return null;
  const { met, applicable, mandatoryUnmet, verdict } = assessed;
  const { id, title, review_date: review } = gate;
  return { id, title, review, met, applicable, mandatoryUnmet, verdict };
}

/** The KPI strip and the lines on scope, cost and readiness. Figures count every record, whoever reads the page. */
export function statusFigures(view: ReportView): StatusFigures {
  const { program, asOf } = view;
  const window = { from: addDays(asOf, -29), to: asOf };
  const all = measure(program, window, asOf);
  const byNumber = (number: number): Kpi => all.find((kpi) => kpi.number === number) as Kpi;
  const [scope, cost, readiness] = [byNumber(3), byNumber(17), byNumber(9)];
  return {
    ...window,
    kpis: STRIP.map((number) => lineOf(byNumber(number))),
    scope: { ...lineOf(scope), changes: scope.n },
    cost: {
      ...lineOf(cost),
      toDate: numberOr(cost.details.to_date),
      eac: cost.value === null ? null : numberOr(cost.details.eac),
      bac: cost.denominator,
    },
    readiness: {
      ...lineOf(readiness),
      inProgress: readiness.details.in_progress === true,
      nextGate: nextGate(view),
    },
  };
}
