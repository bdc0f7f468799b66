import { forecastAge, isOpenMilestone, STALE_AFTER } from '../../health/milestone-health.ts';
import { checkProgram } from '../../program/check-program.ts';
import type { Signal } from '../../signal/signal.ts';
import type { ReportView } from '../report-options.ts';

/** How far the page can be trusted. */
export type DataQuality = {
  records: number;
  /** Percent of files without an error or a warning; null in an empty program. */
  complete: number | null;
  errors: number;
  warnings: number;
  /** Open milestones whose forecast nobody confirmed for 14 days. */
  staleForecasts: number;
  /** Risks past their review (S-01). */
  staleRisks: number;
  /** Files that cannot be read, and their ids or paths; the public gets the number only, since nobody knows their class. */
  unreadable: number;
  broken: readonly string[];
};

/** Domain 5.1, foot of the page: completeness, what is stale, what cannot be read. */
export function dataQuality(view: ReportView, signals: readonly Signal[]): DataQuality {
  const { program, asOf } = view;
  const findings = checkProgram(program, { asOf }).filter(({ severity }) => severity !== 'info');
  const recordPaths = new Set([...program.records.values()].map(({ path }) => path));
  const flawed = new Set(findings.map(({ file }) => file).filter((file) => recordPaths.has(file)));
  const all = program.records.size + program.broken.length;
  const stale = program.byKind.milestone.filter(
    ({ data }) =>
      isOpenMilestone(data) &&
      data.forecast_date !== undefined &&
      (forecastAge(data, asOf) ?? 0) > STALE_AFTER,
  );
  return {
    records: program.records.size,
    complete: all === 0 ? null : (100 * (program.records.size - flawed.size)) / all,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warn').length,
    staleForecasts: stale.length,
    staleRisks: signals.filter(({ rule }) => rule === 'S-01').length,
    unreadable: program.broken.length,
    broken:
      view.source().audience === 'public' ? [] : program.broken.map(({ id, path }) => id ?? path),
  };
}
