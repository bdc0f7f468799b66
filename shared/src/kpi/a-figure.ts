import { aProgram, type ProgramParts } from '../schedule/a-program.ts';
import type { Kpi, Window } from './kpi.ts';
import { kpis } from './kpis.ts';
import { measureKpi } from './measure.ts';

type Plain = { id: string } & Readonly<Record<string, unknown>>;

export const MARCH: Window = { from: '2026-03-01', to: '2026-03-31' };

/** One KPI over plain records, in March 2026 seen from 15 April: for tests. */
export function aFigure(
  key: string,
  records: readonly Plain[],
  {
    window = MARCH,
    asOf = '2026-04-15',
    ...parts
  }: ProgramParts & { window?: Window; asOf?: string } = {},
): Kpi {
  const definition = kpis.find((each) => each.key === key);
  if (definition === undefined) throw new Error(`no KPI ${key}`);
  return measureKpi(definition, aProgram(records, parts), window, asOf);
}
