import type { Program } from '../program/program.ts';
import { addDays, daysBetween } from '../schedule/working-days.ts';
import { judgeKpi, trendOf } from './judge-kpi.ts';
import type { Details, Figure, Kpi, KpiDefinition, Measured, Window } from './kpi.ts';
import { viewOf } from './kpi-view.ts';
import { kpis } from './kpis.ts';

/** The window of the same number of days that ends the day before this one. */
export function previousWindow({ from, to }: Window): Window {
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

function segmentsOf({ byKind }: Program): string[] {
  const active = byKind.workstream.filter(({ data }) => data.status !== 'void');
  return [...active.map(({ id }) => id), 'program'];
}

function completenessOf({ items, excluded }: Measured): number | null {
  const entered = new Set(items.map(({ id }) => id)).size;
  const missing = excluded.filter(({ reason }) => reason.startsWith('missing-')).length;
  return entered + missing === 0 ? null : (100 * entered) / (entered + missing);
}

function segmentFigure(
  definition: KpiDefinition,
  program: Program,
  window: Window,
  asOf: string,
  segment: string,
): Figure & { details?: Details } {
  const found = definition.measure(viewOf(program, window, asOf, segment));
  const { value, n, numerator, denominator, details } = found;
  if (!definition.wholeOnly) return { value, n, numerator, denominator };
  return { value: null, n, numerator: null, denominator: null, details };
}

/** One KPI over a window, with its segments, its trend against the window before and its status. */
export function measureKpi(
  definition: KpiDefinition,
  program: Program,
  window: Window,
  asOf: string,
): Kpi {
  const { number, key, unit, better } = definition;
  const measured = definition.measure(viewOf(program, window, asOf));
  const before = definition.measure(viewOf(program, previousWindow(window), asOf));
  const trend = trendOf(better, measured.value, before.value);
  const segments = segmentsOf(program).map(
    (segment) => [segment, segmentFigure(definition, program, window, asOf, segment)] as const,
  );
  return {
    number,
    key,
    unit,
    ...measured,
    status: judgeKpi(definition, measured, trend, program.policy),
    trend,
    segments: Object.fromEntries(segments),
    completeness: completenessOf(measured),
  };
}

/** The 19 KPIs of domain 2.9 over a window of calendar days, both included; readings A and B. Pure. */
export const measure = (program: Program, window: Window, asOf: string): Kpi[] =>
  kpis.map((definition) => measureKpi(definition, program, window, asOf));
