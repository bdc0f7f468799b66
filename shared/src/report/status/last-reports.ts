import type { Report } from '../../record/report.ts';
import { addDays } from '../../schedule/working-days.ts';
import type { ReportView } from '../report-options.ts';

/** A status report of the program that was written by a person, and its day. */
export type Written = { report: Report; on: string };

export type LastReports = {
  /** The newest one up to the day, a draft included: what its author says now. */
  latest: Written | undefined;
  /** The newest one published before the day: what this report is compared with. */
  previous: Written | undefined;
  /** Day after which something counts as new: that of `previous`, else a week ago. */
  since: string;
};

const STATUS_ARTEFACT = 'weekly_status';

function writtenReports(view: ReportView): Written[] {
  return view.program.byKind.report
    .map(({ data }) => data)
    .filter(
      ({ status, artefact }) =>
        status !== 'void' && (artefact ?? STATUS_ARTEFACT) === STATUS_ARTEFACT,
    )
    .filter(({ id }) => view.sight.shows(id))
    .flatMap((report) => {
      const moment = report.published_at ?? report.raised;
      const on = moment === undefined ? undefined : view.day(moment);
      return on === undefined || on > view.asOf ? [] : [{ report, on }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** The reports this one stands beside (domain 5.1: reported and computed side by side, since last report). */
export function lastReports(view: ReportView): LastReports {
  const written = writtenReports(view);
  const previous = written.findLast(
    ({ report, on }) => report.status === 'published' && on < view.asOf,
  );
  return { latest: written.at(-1), previous, since: previous?.on ?? addDays(view.asOf, -7) };
}
