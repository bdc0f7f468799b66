import type { Said } from '../../context/badge.ts';
import type { Health, Rag } from '../../health/health.ts';
import { type ComputedByMilestone, programHealth } from '../../health/program-health.ts';
import { isoWeek } from '../../kpi/report-slots.ts';
import { epochDay, weekdayOf } from '../../schedule/epoch-day.ts';
import { addDays } from '../../schedule/working-days.ts';
import { personName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';
import type { LastReports, Written } from './last-reports.ts';

/** What a person reported about the whole program. */
export type ReportedStatus = {
  rag: string;
  rationale: string | null;
  /** The report it was said in, its day and whether it is published. */
  report: string;
  on: string;
  by: string | null;
  draft: boolean;
};

export type StatusTrend = {
  direction: 'improving' | 'stable' | 'worsening';
  /** Computed health when the report before was published, or what was reported then. */
  before: string;
  on: string;
};

export type StatusHeader = {
  /** ISO week of the day, `from` its Monday. */
  period: { week: string; from: string; to: string };
  computed: Health;
  /** Reasons that name a record the audience may not see. */
  reasonsWithheld: number;
  reported: ReportedStatus | null;
  /** Reported and computed are not the same colour. */
  differs: boolean;
  trend: StatusTrend | null;
  author: string | null;
  distribution: string | null;
};

/** Health whose reasons the audience may see, and how many were kept back. */
export function seenHealth(
  view: ReportView,
  { rag, why }: Health,
): { health: Health; withheld: number } {
  const isSeen = ({ facts }: Said): boolean =>
    [facts.id, facts.from].every((id) => typeof id !== 'string' || view.sight.shows(id));
  const seen = why.filter(isSeen);
  return { health: { rag, why: seen }, withheld: why.length - seen.length };
}

function reportedStatus(view: ReportView, written: Written | undefined): ReportedStatus | null {
  const { overall } = written?.report ?? {};
  if (written === undefined || overall === undefined) return null;
  const { id, status, by, owner } = written.report;
  return {
    rag: overall.rag,
    rationale: overall.rationale ?? null,
    report: id,
    on: written.on,
    by: personName(view.program, by ?? owner),
    draft: status === 'draft',
  };
}

const BADNESS: Readonly<Record<string, number>> = { green: 0, amber: 1, red: 2 };

/** Undefined where one side is no traffic light: from "stale" nothing follows. */
export function directionOf(before: string, now: Rag): StatusTrend['direction'] | undefined {
  const [from, to] = [BADNESS[before], BADNESS[now]];
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return 'stable';
  return to > from ? 'worsening' : 'improving';
}

function trendOf(previous: Written | undefined, now: Rag): StatusTrend | null {
  if (previous === undefined) return null;
  const { computed, overall } = previous.report;
  const before = computed.find(({ ref }) => ref === 'program')?.rag ?? overall?.rag;
  const direction = before === undefined ? undefined : directionOf(before, now);
  if (before === undefined || direction === undefined) return null;
  return { direction, before, on: previous.on };
}

function periodOf(asOf: string): StatusHeader['period'] {
  const from = addDays(asOf, 1 - weekdayOf(epochDay(asOf)));
  return { week: isoWeek(epochDay(from)), from, to: asOf };
}

/** Domain 5.1, head: computed and reported health side by side, the reason, the trend, who writes to whom. */
export function statusHeader(
  view: ReportView,
  last: LastReports,
  figures: ComputedByMilestone,
): StatusHeader {
  const { charter } = view.program;
  const { health, withheld } = seenHealth(view, programHealth(view.program, view.asOf, figures));
  const reported = reportedStatus(view, last.latest);
  const weekly = charter.communications.find(({ artefact }) => artefact === 'weekly_status');
  return {
    period: periodOf(view.asOf),
    computed: health,
    reasonsWithheld: withheld,
    reported,
    differs: reported !== null && reported.rag !== health.rag,
    trend: trendOf(last.previous, health.rag),
    author: personName(view.program, weekly?.owner ?? charter.program_manager),
    distribution: weekly?.audience ?? null,
  };
}
