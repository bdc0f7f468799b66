import { shareFigure, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';
import { releaseDay } from './release-day.ts';

const PRODUCTION = new Set(['production', 'prod']);
const UNFINISHED = new Set(['pending', 'queued', 'in_progress', 'waiting', 'requested']);

function countDeployments(view: KpiView, tally: Tally): void {
  for (const row of view.program.deployments.deployments) {
    const counts = PRODUCTION.has(row.env) && !UNFINISHED.has(row.status ?? '');
    if (!counts || !view.belongs(row.workstream) || !view.inWindow(view.day(row.at))) continue;
    tally.count(String(row.id), row.failed_change ? 1 : 0);
  }
}

function countReleases(view: KpiView, tally: Tally): void {
  for (const { id, data } of view.records('release')) {
    if (data.outcome === undefined || !view.inWindow(releaseDay(view, data))) continue;
    tally.count(id, data.outcome.failed_change ? 1 : 0);
  }
}

/** KPI 11: production deployments that failed; releases with an outcome where no deployment is known. */
export const changeFailureRate: KpiDefinition = {
  number: 11,
  key: 'change_failure_rate',
  unit: 'percent',
  better: 'down',
  target: { ok: ['<', 15], warn: ['<', 30] },
  measure: (view) => {
    const tally = new Tally();
    countDeployments(view, tally);
    const source = tally.items.length > 0 ? 'deployments' : 'releases';
    if (source === 'releases') countReleases(view, tally);
    const n = tally.items.length;
    return tally.figure(shareFigure(tally.good, n), { source, few: n > 0 && n < 5 });
  },
};
