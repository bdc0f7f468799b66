import { milestoneHealth } from '../health/milestone-health.ts';
import { programHealth, workstreamHealth } from '../health/program-health.ts';
import { groupBy } from '../kpi/group-by.ts';
import type { Report } from '../record/report.ts';
import type { SignalView } from './signal-view.ts';

/** What one report said about one thing, and what was computed when it was published. */
export type Reported = { report: string; on: string; rag: string; computed: string | undefined };

/** Reports published up to `asOf`, oldest first, by artefact: reports of two kinds do not follow each other. */
function seriesOf(view: SignalView): Report[][] {
  const published = view
    .all('report')
    .filter(({ published_at: at }) => at !== undefined && view.day(at) <= view.asOf)
    .toSorted((a, b) => ((a.published_at as string) < (b.published_at as string) ? -1 : 1));
  return [...groupBy(published, ({ artefact }) => artefact ?? '').values()];
}

function linesOf(view: SignalView, report: Report): { ref: string; line: Reported }[] {
  const on = view.day(report.published_at as string);
  const computed = new Map(report.computed.map(({ ref, rag }) => [ref, rag]));
  const overall = report.overall ? [{ ref: 'program', rag: report.overall.rag }] : [];
  return [...overall, ...report.items].map(({ ref, rag }) => ({
    ref,
    line: { report: report.id, on, rag, computed: computed.get(ref) },
  }));
}

/** The reports about each thing (`program`, a workstream, a milestone), oldest first. */
export function reportedSeries(view: SignalView): { ref: string; lines: Reported[] }[] {
  return seriesOf(view).flatMap((reports) => {
    const lines = reports.flatMap((report) => linesOf(view, report));
    return [...groupBy(lines, ({ ref }) => ref)].map(([ref, found]) => ({
      ref,
      lines: found.map(({ line }) => line),
    }));
  });
}

/** Computed health now, for a report that kept no snapshot. */
export function computedNow({ program, asOf, plan }: SignalView, ref: string): string | undefined {
  const nodes = plan().schedule.nodes.map(({ id, tf }) => [id, { totalFloat: tf }] as const);
  const floats = new Map(nodes);
  if (ref === 'program') return programHealth(program, asOf, floats).rag;
  const record = program.records.get(ref);
  if (record?.kind === 'workstream') return workstreamHealth(program, ref, asOf, floats).rag;
  if (record?.kind !== 'milestone') return undefined;
  return milestoneHealth(program, ref, asOf, floats.get(ref))?.rag;
}
