import { lastAssessment } from '../health/risk-figures.ts';
import type { Program } from '../program/program.ts';
import type { Dependency } from '../record/dependency.ts';
import type { LogEntry } from '../record/header.ts';
import type { Milestone } from '../record/milestone.ts';
import type { AnyRecord } from '../record/record-types.ts';
import type { Assessment, Risk } from '../record/risk.ts';
import { dayOf } from '../schedule/day-of.ts';

/**
 * Records as they were at the end of a day (readings K0.rewind). A dated field tells when something ended; else the
 * log tells the status, `baseline_history` the committed date, `forecast_history` the forecast, `assessments` the score.
 */
type End = { on: string; state: string; before: string };

/** The field that dates the end of each kind, the state it stands for and the one usually left. */
function endOf({ kind, data }: AnyRecord): End | undefined {
  const end = (on: string | undefined, state: string, before: string): End | undefined =>
    on === undefined ? undefined : { on, state, before };
  if (kind === 'milestone') return end(data.actual_date, 'achieved', 'in_progress');
  if (kind === 'dependency') return end(data.accepted_on, 'accepted', 'delivered');
  if (kind === 'risk') return end(data.closed_on, 'closed', 'open');
  if (kind === 'issue') return end(data.closed_on, 'closed', 'resolved');
  if (kind === 'decision') return end(data.decided_on, 'decided', 'requested');
  if (kind === 'action') return end(data.done_on, 'done', 'open');
  if (kind === 'escalation') return end(data.resolved_on, 'resolved', 'acknowledged');
  return undefined;
}

const moves = ({ data }: AnyRecord): readonly LogEntry[] =>
  data.log.filter(({ event }) => event === 'status' || event === 'reopen');

/** Where a reopened record lands when its log entry does not say. */
const reopened = (kind: AnyRecord['kind']): string => (kind === 'risk' ? 'open' : 'in_progress');

function stateAfter(entry: LogEntry, kind: AnyRecord['kind']): string | undefined {
  if (typeof entry.to === 'string') return entry.to;
  return entry.event === 'reopen' ? reopened(kind) : undefined;
}

type Logged = { state: string | undefined; on: string; later: boolean };

/** Last state the log names up to `day`, and whether it names a later one. */
function loggedAt(record: AnyRecord, day: string, zone: string): Logged | undefined {
  const entries = moves(record).map((entry) => ({ entry, on: dayOf(entry.at, zone) }));
  const first = entries[0];
  if (first === undefined) return undefined;
  const last = entries.findLast(({ on }) => on <= day);
  const later = entries.some(({ on }) => on > day);
  if (last) return { state: stateAfter(last.entry, record.kind), on: last.on, later };
  const { from } = first.entry;
  return { state: typeof from === 'string' ? from : undefined, on: '', later };
}

function statusAfterEnd(record: AnyRecord, end: End, logged: Logged | undefined): string {
  if (!logged?.later) return record.data.status;
  return logged.on >= end.on ? (logged.state ?? end.state) : end.state;
}

/** The lifecycle state of a record at the end of `day`. `zone` is the program's. */
export function statusAt(record: AnyRecord, day: string, zone: string): string {
  const current = record.data.status;
  if (current === 'void') return current;
  const end = endOf(record);
  const logged = loggedAt(record, day, zone);
  if (end && end.on <= day) return statusAfterEnd(record, end, logged);
  if (end) {
    const state = logged?.state;
    return state === undefined || state === end.state ? end.before : state;
  }
  return logged?.later ? (logged.state ?? current) : current;
}

/** A record is there from the day it was raised; one made by mistake never was. */
export const existsAt = ({ data }: AnyRecord, day: string): boolean =>
  data.status !== 'void' && (data.raised === undefined || data.raised <= day);

/** The committed date in force at the end of `day`; undefined before the first baseline. */
export function committedAt(milestone: Milestone, day: string, zone: string): string | undefined {
  const history = milestone.baseline_history.map((entry) => ({
    ...entry,
    on: dayOf(entry.at, zone),
  }));
  const next = history.find(({ on }) => on > day);
  if (next === undefined) return milestone.committed_date;
  return history.findLast(({ on }) => on <= day)?.to ?? next.from;
}

/** The forecast known at the end of `day`. */
export function forecastAt(
  { forecast_date, forecast_history }: Milestone | Dependency,
  day: string,
): string | undefined {
  const later = forecast_history.some(({ as_of }) => as_of > day);
  if (!later) return forecast_date ?? forecast_history.at(-1)?.date;
  let known: { as_of: string; date: string } | undefined;
  for (const entry of forecast_history) {
    if (entry.as_of <= day && entry.as_of >= (known?.as_of ?? '')) known = entry;
  }
  return known?.date;
}

/** Latest assessment of a state up to the end of `day`; of two on one day, the one lower in the file (readings R.last). */
export const assessmentAt = (
  { charter }: Pick<Program, 'charter'>,
  risk: Risk,
  day: string,
  state: Assessment['state'] = 'current',
): Assessment | undefined => lastAssessment(charter, risk, state, day);
