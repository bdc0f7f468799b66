import type { KpiView } from './kpi-view.ts';
import type { KpiWindow } from './kpi-window.ts';

export type KpiUnit = 'percent' | 'working_days' | 'days' | 'count' | 'hours' | 'score' | 'index';
export type KpiStatus = 'ok' | 'warn' | 'breach' | 'no_data';
export type Trend = 'improving' | 'stable' | 'worsening';

export type Window = KpiWindow;

/** Percentages are 0..100 in full precision; null is "nothing to measure", never 0 (domain 2.9). */
export type Figure = {
  value: number | null;
  n: number;
  numerator: number | null;
  denominator: number | null;
};

/** Side figures (median, versus baseline, routed percent …) under fixed names (readings G.28). */
export type Details = Readonly<Record<string, unknown>>;

/** `reason` starts with `missing-` when a needed date or figure is absent; such records lower completeness. */
export type Exclusion = { id: string; reason: string };

/** A record that entered the figure, with its own contribution where it has one. */
export type KpiItem = { id: string; value?: number };

export type Measured = Figure & {
  items: readonly KpiItem[];
  excluded: readonly Exclusion[];
  details: Details;
};

export type Kpi = Measured & {
  number: number;
  key: string;
  unit: KpiUnit;
  status: KpiStatus;
  trend: Trend | null;
  /** By workstream id and `program`; the same formula over the records of that segment. */
  segments: Readonly<Record<string, Figure & { details?: Details }>>;
  /** Percent of the records of this window that had what the figure needs; null when there are none. */
  completeness: number | null;
};

export type Bound = readonly ['>=' | '>' | '<=' | '<', number];

/** `ok` and `warn` bounds; what meets neither is a breach. Numbers may be replaced by policy.yaml. */
export type Target = { ok: Bound; warn: Bound };

/** One KPI of domain 2.9 with readings B. */
export type KpiDefinition = {
  number: number;
  key: string;
  unit: KpiUnit;
  /** Which way is better; `zero` means closer to 0. */
  better: 'up' | 'down' | 'zero';
  /** Without a target the status follows the trend: ok unless worsening (readings G.22). */
  target?: Target;
  /** What the target judges, when that is not the value itself. */
  judged?: (measured: Measured) => number | null;
  /** A second condition for ok. */
  okOnlyIf?: (measured: Measured) => boolean;
  measure: (view: KpiView) => Measured;
  /** The whole program's figure does not split by workstream; the details still do. */
  wholeOnly?: boolean;
};
