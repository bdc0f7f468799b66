import type { Gate } from '../../record/gate.ts';
import type { Release } from '../../record/release.ts';
import { type Named, personName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';

/** How the release can be taken back (domain 5.3); nulls are what nobody wrote down. */
export type RollbackPlan = {
  triggers: readonly string[];
  authority: string | null;
  pointOfNoReturn: Named | null;
  maxMinutes: number | null;
  rehearsedOn: string | null;
};

export type GateRelease = Named & {
  version: string | null;
  strategy: string | null;
  /** RFC 3339. */
  window: { start: string; end: string } | null;
  rollback: RollbackPlan | null;
};

const thresholdOf = (threshold: unknown): string =>
  typeof threshold === 'string' || typeof threshold === 'number' ? `: ${threshold}` : '';

function rollbackOf(view: ReportView, { rollback, steps }: Release): RollbackPlan | null {
  if (rollback === undefined) return null;
  const { triggers, authority, point_of_no_return: point, max_minutes, rehearsed_on } = rollback;
  const step = steps.find(({ id }) => id === point);
  return {
    triggers: triggers.map(({ signal, threshold }) => `${signal}${thresholdOf(threshold)}`),
    authority: personName(view.program, authority),
    pointOfNoReturn: point === undefined ? null : { id: point, title: step?.title ?? '' },
    maxMinutes: max_minutes ?? null,
    rehearsedOn: rehearsed_on ?? null,
  };
}

/** The release a gate decides on: the one it names, else one that names the gate. */
export function gateRelease(view: ReportView, gate: Gate): GateRelease | null {
  const { program, sight } = view;
  const record =
    program.byKind.release.find(({ id }) => id === gate.release) ??
    program.byKind.release.find(({ data }) => data.gate === gate.id && data.status !== 'void');
  if (record === undefined || !sight.shows(record.id)) return null;
  const { id, title, version, strategy, change_window: window } = record.data;
  return {
    id,
    title,
    version: version ?? null,
    strategy: strategy ?? null,
    window: window === undefined ? null : { start: window.start, end: window.end },
    rollback: rollbackOf(view, record.data),
  };
}
