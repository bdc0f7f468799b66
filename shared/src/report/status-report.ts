import type { Program } from '../program/program.ts';
import type { Forecast } from '../schedule/forecast.ts';
import { detect } from '../signal/detect.ts';
import type { Capped, Named } from './name-of.ts';
import {
  type ReportOptions,
  type ReportSource,
  type ReportView,
  viewReport,
} from './report-options.ts';
import type { RiskLine } from './risk-lines.ts';
import { type ChangesSince, changesSince, type Earlier } from './status/changes-since.ts';
import { type DataQuality, dataQuality } from './status/data-quality.ts';
import { type DecisionNeeded, decisionsNeeded } from './status/decisions-needed.ts';
import { type DatedItem, doneSince, nextDays } from './status/done-and-next.ts';
import { lastReports } from './status/last-reports.ts';
import { type DependencyLine, looseDependencies } from './status/loose-dependencies.ts';
import { milestoneForecasts } from './status/milestone-forecasts.ts';
import { type MilestoneLine, milestoneLines } from './status/milestone-lines.ts';
import { type PathToGreen, pathsToGreen } from './status/path-to-green.ts';
import { type StatusFigures, statusFigures } from './status/status-figures.ts';
import { type StatusHeader, statusHeader } from './status/status-header.ts';
import { type IssueLine, topIssues, topRisks } from './status/top-risks.ts';

export type StatusOptions = ReportOptions & {
  /** What "since the last report" compares with; without it the records' own history is read. */
  earlier?: Earlier | undefined;
  /** Adds 50 and 80 percent dates, and lets the odds count in health (domain 2.6). */
  forecast?: Forecast | undefined;
};

/** Weekly executive status, one page, decisions first (domain 5.1). Days are YYYY-MM-DD, money in major units. */
export type StatusReport = ReportSource & {
  report: 'status';
  header: StatusHeader;
  decisions: Capped<DecisionNeeded>;
  /** Changes that wait for an approval. */
  approvals: readonly Named[];
  changes: ChangesSince;
  milestones: readonly MilestoneLine[];
  risks: Capped<RiskLine>;
  issues: Capped<IssueLine>;
  dependencies: Capped<DependencyLine>;
  paths: readonly PathToGreen[];
  figures: StatusFigures;
  done: Capped<DatedItem>;
  next: Capped<DatedItem>;
  quality: DataQuality;
};

const waitingChanges = (view: ReportView): Named[] =>
  view.program.byKind.change
    .filter(({ id, data }) => data.status === 'pending_approval' && view.sight.shows(id))
    .map(({ id, data }) => ({ id, title: data.title }));

/** The day of what is compared with, unless it lies after the day the report looks at. */
const sinceOf = (last: string, on: string | undefined, asOf: string): string =>
  on !== undefined && on <= asOf ? on : last;

/** Facts of the weekly status at the end of `asOf`; `words` and the page writers make sentences of them. Pure, never throws. */
export function buildStatusReport(
  program: Program,
  asOf: string,
  options: StatusOptions = {},
): StatusReport {
  const { earlier, forecast } = options;
  const view = viewReport(program, asOf, options, earlier?.program);
  const last = lastReports(view);
  const since = sinceOf(last.since, earlier?.on, asOf);
  const figures = milestoneForecasts(view, forecast);
  const { signals } = detect(program, forecast ? { forecast } : {}, asOf);
  const report = last.latest?.report;
  const milestones = milestoneLines(view, { report, since, figures });
  const parts = {
    header: statusHeader(view, last, figures),
    decisions: decisionsNeeded(view),
    approvals: waitingChanges(view),
    changes: changesSince(view, since, earlier),
    milestones,
    risks: topRisks(view),
    issues: topIssues(view),
    dependencies: looseDependencies(view, signals),
    paths: pathsToGreen(view, report, milestones),
    figures: statusFigures(view),
    done: doneSince(view, since),
    next: nextDays(view),
    quality: dataQuality(view, signals),
  };
  return { report: 'status', ...view.source(), ...parts };
}
