import type { TypedRecord } from '../record/record-types.ts';
import { daysBetween } from '../schedule/working-days.ts';
import { shareFigure, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

function cameBack(view: KpiView, record: TypedRecord<'escalation'>): boolean {
  const { status, log } = record.data;
  const logged = log.some(({ to, at }) => to === 're_escalated' && view.day(at) <= view.asOf);
  return logged || (status === 're_escalated' && log.every(({ to }) => to !== 're_escalated'));
}

function judge(view: KpiView, record: TypedRecord<'escalation'>, tally: Tally): void {
  const { id, resolved_level: level, target_level: target, rework } = record.data;
  if (level === undefined) tally.leaveOut(id, 'missing-resolved-level');
  else if (target === undefined) tally.leaveOut(id, 'missing-target-level');
  else tally.count(id, level === target && !rework && !cameBack(view, record) ? 1 : 0);
}

const CLOSED = new Set(['resolved', 'withdrawn']);

/** KPI 19: escalations settled once, at the level that should settle them. */
export const governanceEffectiveness: KpiDefinition = {
  number: 19,
  key: 'governance_effectiveness',
  unit: 'percent',
  better: 'up',
  target: { ok: ['>', 80], warn: ['>', 60] },
  measure: (view) => {
    const tally = new Tally();
    const open: { id: string; days: number | null }[] = [];
    for (const record of view.records('escalation')) {
      const { id, data } = record;
      if (view.inWindow(data.resolved_on)) judge(view, record, tally);
      else if (!CLOSED.has(view.statusAt(record))) {
        tally.leaveOut(id, 'open');
        const since = data.raised_on ?? data.raised;
        open.push({ id, days: since === undefined ? null : daysBetween(since, view.at) });
      }
    }
    return tally.figure(shareFigure(tally.good, tally.items.length), { open });
  },
};
