import type { Charter } from '../record/charter.ts';
import type { Meeting, Report } from '../record/report.ts';
import { shareFigure, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';
import { dueMinutes, localMinutes } from './local-minutes.ts';
import { type Slot, slotsOf } from './report-slots.ts';

type Communication = Charter['communications'][number];
type Due = { day: string; minutes: number };

function dueOf(view: KpiView, moment: string): Due {
  const day = view.day(moment);
  const minutes = moment.length === 10 ? dueMinutes(day) : localMinutes(moment, view.zone);
  return { day, minutes };
}

/** 1 in time, 0 late, undefined while the due day has not passed. What was published after the window is late for it. */
function judgeDue(view: KpiView, due: Due, published: string | undefined): number | undefined {
  if (published !== undefined && view.day(published) <= view.at) {
    const at =
      published.length === 10 ? dueMinutes(published, '00:00') : localMinutes(published, view.zone);
    return at <= due.minutes ? 1 : 0;
  }
  return due.day < view.asOf ? 0 : undefined;
}

function reportFor(view: KpiView, wanted: Communication, period: string): Report | undefined {
  const names = new Set([wanted.id, wanted.artefact]);
  return view.program.byKind.report.find(
    ({ data }) =>
      data.status !== 'void' && names.has(data.artefact ?? '') && data.period === period,
  )?.data;
}

function countSlot(view: KpiView, wanted: Communication, slot: Slot, tally: Tally): void {
  const report = reportFor(view, wanted, slot.period);
  const due = report?.due_at
    ? dueOf(view, report.due_at)
    : { day: slot.due, minutes: dueMinutes(slot.due, wanted.due?.time) };
  countDue(view, report?.id ?? `${wanted.id}/${slot.period}`, due, report?.published_at, tally);
}

function countDue(
  view: KpiView,
  id: string,
  due: Due,
  published: string | undefined,
  tally: Tally,
): void {
  const verdict = view.inWindow(due.day) ? judgeDue(view, due, published) : undefined;
  if (verdict !== undefined) tally.count(id, verdict);
}

function countReports(view: KpiView, tally: Tally): void {
  const { communications, start } = view.program.charter;
  for (const wanted of communications) {
    if (wanted.artefact === 'minutes') continue;
    if (wanted.due === undefined) tally.leaveOut(wanted.id, 'missing-due');
    const around = { from: view.from, to: view.at };
    for (const slot of slotsOf(wanted, start ?? view.from, around, view.calendar)) {
      countSlot(view, wanted, slot, tally);
    }
  }
}

function countMeeting(view: KpiView, meeting: Meeting, tally: Tally): void {
  const { id, minutes_due_at: dueAt, minutes_published_at: published, at } = meeting;
  if (dueAt !== undefined) countDue(view, id, dueOf(view, dueAt), published, tally);
  else if (at !== undefined && view.inWindow(view.day(at))) {
    tally.leaveOut(id, 'missing-minutes-due');
  }
}

function countMinutes(view: KpiView, tally: Tally): void {
  for (const { data } of view.records('meeting')) {
    if (data.status !== 'cancelled') countMeeting(view, data, tally);
  }
}

/** KPI 14: reports and minutes published in time, of those owed in the window. A missing report is late. */
export const communicationSla: KpiDefinition = {
  number: 14,
  key: 'communication_sla',
  unit: 'percent',
  better: 'up',
  target: { ok: ['>=', 100], warn: ['>=', 90] },
  measure: (view) => {
    const tally = new Tally();
    if (view.belongs('program')) countReports(view, tally);
    countMinutes(view, tally);
    return tally.figure(shareFigure(tally.good, tally.items.length));
  },
};
