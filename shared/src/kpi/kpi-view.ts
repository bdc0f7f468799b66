import type { Program } from '../program/program.ts';
import type { AnyRecord, RecordKind, TypedRecord } from '../record/record-types.ts';
import { dayOf } from '../schedule/day-of.ts';
import { calendarOf, type WorkingCalendar } from '../schedule/working-days.ts';
import { existsAt, statusAt } from './history.ts';
import type { KpiWindow as Window } from './kpi-window.ts';

/** What a KPI sees: the records of one segment (or all) in one window. */
export type KpiView = {
  program: Program;
  calendar: WorkingCalendar;
  zone: string;
  from: string;
  to: string;
  asOf: string;
  /** The day state is read at: the window's end, or `asOf` when that is earlier (readings K0.t). */
  at: string;
  segment: string | undefined;
  /** Records that exist at `at`, are not void and belong to the segment. */
  records: <Kind extends RecordKind>(kind: Kind) => readonly TypedRecord<Kind>[];
  /** Whether something of this workstream belongs to the segment; nothing named means `program`. */
  belongs: (workstream: string | undefined) => boolean;
  /** On or after `from`, and not after `at`: what is still to come is not counted (readings K0.future_due). */
  inWindow: (day: string | undefined) => day is string;
  /** Calendar day of a moment in the program's zone. */
  day: (moment: string) => string;
  statusAt: (record: AnyRecord, day?: string) => string;
};

/** Workstreams of what a decision or change touches; its own when it names none (readings K0.affects). */
function affectedWorkstreams(program: Program, record: AnyRecord): readonly string[] {
  const { data } = record;
  const named = 'affects' in data && Array.isArray(data.affects) ? data.affects : [];
  const linked = data.links.filter(({ rel }) => rel === 'affects').map(({ to }) => to);
  const found = [...named, ...linked].flatMap((id) => {
    const target = program.records.get(id);
    if (target === undefined) return [];
    return [target.kind === 'workstream' ? target.id : target.data.workstream];
  });
  return found.length > 0 ? found : [data.workstream];
}

const isShared = (kind: RecordKind): boolean => kind === 'decision' || kind === 'change';

export function viewOf(
  program: Program,
  { from, to }: Window,
  asOf: string,
  segment?: string,
): KpiView {
  const at = to < asOf ? to : asOf;
  const zone = program.charter.timezone;
  const inSegment = (record: AnyRecord): boolean => {
    if (segment === undefined) return true;
    if (isShared(record.kind)) return affectedWorkstreams(program, record).includes(segment);
    return record.data.workstream === segment;
  };
  return {
    program,
    calendar: calendarOf(program.charter),
    zone,
    from,
    to,
    asOf,
    at,
    segment,
    records: (kind) =>
      program.byKind[kind].filter((record) => {
        const any = record as AnyRecord;
        return existsAt(any, at) && inSegment(any);
      }) as never,
    belongs: (workstream) => segment === undefined || (workstream ?? 'program') === segment,
    inWindow: (day): day is string => day !== undefined && day >= from && day <= at,
    day: (moment) => dayOf(moment, zone),
    statusAt: (record, day = at) => statusAt(record, day, zone),
  };
}
