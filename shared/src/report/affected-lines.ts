import { dependencyGap } from '../health/dependency-figures.ts';
import { slipVsCommitted } from '../health/milestone-figures.ts';
import { milestoneHealth } from '../health/milestone-health.ts';
import type { AnyRecord, RecordKind } from '../record/record-types.ts';
import type { Named } from './name-of.ts';
import type { ReportView } from './report-options.ts';

/** A record something else is about, with the figures that matter there. */
export type AffectedLine = Named & {
  kind: RecordKind;
  status: string;
  /** Working days late against what was promised or needed; null where unknown or meaningless. */
  late: number | null;
  /** Promised date of a milestone, day of need of a dependency. */
  date: string | null;
  forecast: string | null;
  rag: string | null;
  external: boolean;
};

function figuresOf({ program, asOf, floatOf }: ReportView, record: AnyRecord) {
  if (record.kind === 'milestone') {
    const { committed_date, forecast_date, external_commitment } = record.data;
    return {
      late: slipVsCommitted(program.charter, record.data) ?? null,
      date: committed_date ?? null,
      forecast: forecast_date ?? null,
      rag:
        milestoneHealth(program, record.id, asOf, { totalFloat: floatOf(record.id) })?.rag ?? null,
      external: external_commitment,
    };
  }
  if (record.kind === 'dependency')
    return {
      ...NOTHING,
      late: dependencyGap(program, record.data, asOf) ?? null,
      date: record.data.need_by ?? null,
    };
  return NOTHING;
}

const NOTHING = { late: null, date: null, forecast: null, rag: null, external: false };

/** The records of these ids that exist and that the audience may see, in the order given. */
export const affectedLines = (view: ReportView, ids: readonly string[]): AffectedLine[] =>
  [...new Set(ids)].flatMap((id): AffectedLine[] => {
    const record = view.program.records.get(id);
    if (record === undefined || !view.sight.shows(id)) return [];
    const { kind, data } = record;
    return [{ id, kind, title: data.title, status: data.status, ...figuresOf(view, record) }];
  });
