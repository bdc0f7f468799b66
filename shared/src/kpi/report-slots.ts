import type { Charter } from '../record/charter.ts';
import { dayText, epochDay, weekdayOf } from '../schedule/epoch-day.ts';
import { nextWorkingDay, type WorkingCalendar } from '../schedule/working-days.ts';

/** One report owed: its period, and the day it is due, moved off days nobody works. */
export type Slot = { period: string; due: string };

type Communication = Charter['communications'][number];

const mondayOf = (day: string): number => epochDay(day) - (weekdayOf(epochDay(day)) - 1);

/** `2026-W14` of the week that starts on a Monday: the year is that of its Thursday. */
export function isoWeek(monday: number): string {
  const year = dayText(monday + 3).slice(0, 4);
  const first = mondayOf(`${year}-01-04`);
  return `${year}-W${String((monday - first) / 7 + 1).padStart(2, '0')}`;
}

function weeklySlots(start: string, weekday: number, until: string, step: number): Slot[] {
  const slots: Slot[] = [];
  for (let monday = mondayOf(start); monday <= epochDay(until); monday += 7 * step) {
    slots.push({ period: isoWeek(monday), due: dayText(monday + weekday - 1) });
  }
  return slots;
}

function firstWeekday(year: number, month: number, weekday: number): number {
  const first = epochDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
  return first + ((weekday - weekdayOf(first) + 7) % 7);
}

/** A period of `months` is reported on the first due weekday of the month after it (readings G.14). */
function monthlySlots(start: string, weekday: number, until: string, months: 1 | 3): Slot[] {
  const slots: Slot[] = [];
  const begin = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1;
  const end = Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7)) - 1;
  for (let month = begin - (begin % months); month + months <= end; month += months) {
    const year = Math.floor(month / 12);
    const next = month + months;
    const day = firstWeekday(Math.floor(next / 12), (next % 12) + 1, weekday);
    if (day > epochDay(until)) return slots;
    const due = dayText(day);
    const part = month % 12;
    const name = months === 1 ? String(part + 1).padStart(2, '0') : `Q${part / 3 + 1}`;
    slots.push({ period: `${year}-${name}`, due });
  }
  return slots;
}

function rawSlots({ cadence, due }: Communication, start: string, until: string): Slot[] {
  if (due === undefined) return [];
  if (cadence === 'weekly') return weeklySlots(start, due.weekday, until, 1);
  if (cadence === 'biweekly') return weeklySlots(start, due.weekday, until, 2);
  if (cadence === 'monthly') return monthlySlots(start, due.weekday, until, 1);
  return cadence === 'quarterly' ? monthlySlots(start, due.weekday, until, 3) : [];
}

/** Reports may be due long after their period; further back nothing is looked for. */
const MARGIN_DAYS = 366;

/** The start, or a later day of the same rhythm when the program began long before the window. */
function nearStart(start: string, from: string): string {
  const cycle = 28;
  const ahead = epochDay(from) - MARGIN_DAYS - epochDay(start);
  return ahead <= 0 ? start : dayText(epochDay(start) + Math.floor(ahead / cycle) * cycle);
}

/** What a communication owes around a window, from the program's start on (readings K14.slots, G.14). */
export const slotsOf = (
  communication: Communication,
  start: string,
  { from, to: until }: { from: string; to: string },
  calendar: WorkingCalendar,
): Slot[] =>
  rawSlots(communication, nearStart(start, from), until).map(({ period, due }) => ({
    period,
    due: nextWorkingDay(calendar, due),
  }));
