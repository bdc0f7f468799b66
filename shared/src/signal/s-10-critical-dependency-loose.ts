import type { ProgramLink } from '../schedule/program-links.ts';
import { linkFloat } from '../schedule/solve-network.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const UNCOMMITTED = new Set(['requested', 'negotiating']);

function judge(view: SignalView, link: ProgramLink, at: number): Found | undefined {
  const record = view.program.records.get(link.dependency ?? '');
  if (record?.kind !== 'dependency') return undefined;
  const { plan, solution } = view.plan();
  const float = linkFloat(plan.network, solution, at);
  if (float > view.limit('near_days', 5) + 1e-9) return undefined;
  const unowned = record.data.provider.owner === undefined;
  if (!unowned && !UNCOMMITTED.has(record.data.status)) return undefined;
  return {
    code: unowned ? 'no-provider-owner' : 'not-committed',
    severity: float <= 1e-9 ? 'critical' : 'warn',
    subjects: [record.id, link.to],
    facts: { float },
  };
}

/** S-10: a dependency on the critical path, or near it, that nobody owns or has promised. */
export const criticalDependencyLoose: SignalDefinition = {
  rule: 'S-10',
  detect: (view) =>
    view
      .plan()
      .plan.links.map((link, at) => judge(view, link, at))
      .filter((found) => found !== undefined),
};
