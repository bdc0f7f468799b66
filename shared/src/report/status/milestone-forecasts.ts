import type { ComputedFigures } from '../../health/milestone-health.ts';
import { floatsOf } from '../../schedule/critical-path.ts';
import type { Forecast } from '../../schedule/forecast.ts';
import type { ReportView } from '../report-options.ts';

/** Float, and where the simulation was run (rulings C6: once per commit, never on a page's path) its dates. */
export type MilestoneForecasts = ReadonlyMap<string, ComputedFigures & { p50?: string }>;

/** What the schedule and, where it is given, the simulation say of each milestone. */
export function milestoneForecasts(
  view: ReportView,
  forecast: Forecast | undefined,
): MilestoneForecasts {
  const simulated = new Map(forecast?.milestones.map((each) => [each.id, each]));
  const floats = floatsOf(view.plan());
  return new Map(
    [...floats].map(([id, totalFloat]) => {
      const { p50, p80, probability } = simulated.get(id) ?? {};
      return [id, { totalFloat, p80, probability, ...(p50 !== undefined && { p50 }) }];
    }),
  );
}
