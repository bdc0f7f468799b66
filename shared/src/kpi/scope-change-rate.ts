import type { ChangeRequest } from '../record/change-request.ts';
import type { TypedRecord } from '../record/record-types.ts';
import { addDays, daysBetween } from '../schedule/working-days.ts';
import { percent, sum, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

const APPROVED = new Set<ChangeRequest['status']>(['approved', 'implemented', 'closed']);
const YES = new Set<ChangeRequest['outcome']>(['approved', 'approved_with_changes']);

/** Approved scope changes by the day they were decided, on or after the scope baseline (readings K3). */
function approvedBetween(view: KpiView, from: string, to: string): TypedRecord<'change'>[] {
  const baseline = view.program.charter.scope?.baseline?.date ?? from;
  return view.records('change').filter(({ data }) => {
    const { decided_on: on, type, status, outcome } = data;
    const counts = type.startsWith('scope_') && APPROVED.has(status) && YES.has(outcome);
    return counts && on !== undefined && on >= baseline && on >= from && on <= to;
  });
}

function sizeOf({ data }: TypedRecord<'change'>): number | undefined {
  const scope = data.impact?.scope;
  return typeof scope === 'object' ? scope.size_delta : undefined;
}

/** Changes per window over the three windows of the same length before this one; an empty one counts 0. */
function trailingMean(view: KpiView): number {
  const length = daysBetween(view.from, view.to) + 1;
  const before = approvedBetween(view, addDays(view.from, -3 * length), addDays(view.from, -1));
  return before.length / 3;
}

/** KPI 3: size of approved scope change against the baseline size; volume beside it. */
export const scopeChangeRate: KpiDefinition = {
  number: 3,
  key: 'scope_change_rate',
  unit: 'percent',
  better: 'down',
  measure: (view) => {
    const tally = new Tally();
    const changes = approvedBetween(view, view.from, view.at);
    for (const change of changes) {
      const size = sizeOf(change);
      if (size === undefined) tally.leaveOut(change.id, 'missing-size');
      else tally.count(change.id, Math.abs(size));
    }
    const size = view.program.charter.scope?.baseline?.size ?? 0;
    const moved = sum(tally.values);
    const known = tally.items.length > 0 && size > 0;
    const trailing = trailingMean(view);
    return tally.figure(
      {
        value: known ? percent(moved, size) : null,
        n: changes.length,
        numerator: known ? moved : null,
        denominator: size > 0 ? size : null,
      },
      {
        volume: changes.length,
        trailing_mean_volume: trailing,
        above_trailing: changes.length > 1.25 * trailing,
        // Needs the tracker's scope query (S-24); no records tell what was never routed.
        routed_pct: null,
      },
    );
  },
};
