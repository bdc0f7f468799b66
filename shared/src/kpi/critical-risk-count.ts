import { riskScore, unmanagedBecause } from '../health/risk-figures.ts';
import type { Risk } from '../record/risk.ts';
import { Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

const COUNTED = new Set(['open', 'treating']);

type Aside = { accepted: number; unmanaged: number };

/** Puts one threat where it belongs: unrated, accepted (shown apart), or counted. */
function countRisk(view: KpiView, tally: Tally, aside: Aside, data: Risk, status: string): void {
  const level = riskScore(view.program.charter, data, view.at)?.level;
  const counted = COUNTED.has(status);
  if (level === undefined) {
    if (counted || status === 'proposed') tally.leaveOut(data.id, 'missing-assessment');
    return;
  }
  if (status === 'accepted' && level === 'critical') aside.accepted++;
  if (!counted) return;
  tally.count(data.id, level === 'critical' ? 1 : 0);
  const then = { ...data, status: status as Risk['status'] };
  if (unmanagedBecause(view.program, then, view.at).length > 0) aside.unmanaged++;
}

/** KPI 6: critical threats being handled. Accepted ones and those nobody manages stand beside it. */
export const criticalRiskCount: KpiDefinition = {
  number: 6,
  key: 'critical_risk_count',
  unit: 'count',
  better: 'down',
  target: { ok: ['<=', 0], warn: ['<=', 0] },
  judged: ({ details }) => details.unmanaged as number,
  measure: (view) => {
    const tally = new Tally();
    const aside = { accepted: 0, unmanaged: 0 };
    for (const record of view.records('risk')) {
      if (record.data.kind !== 'threat') continue;
      countRisk(view, tally, aside, record.data, view.statusAt(record));
    }
    const n = tally.items.length;
    const value = n === 0 ? null : tally.good;
    return tally.figure(
      { value, n, numerator: value, denominator: null },
      { ...aside, unrated: tally.excluded.length },
    );
  },
};
