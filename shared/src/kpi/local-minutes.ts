import { dayOf, epochMinutes } from '../schedule/day-of.ts';
import { epochDay } from '../schedule/epoch-day.ts';

const MINUTES_PER_DAY = 1440;

function clockIn(timezone: string): Intl.DateTimeFormat | undefined {
  const options = { timeZone: timezone, hour: '2-digit', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-US-u-nu-latn', { ...options, hourCycle: 'h23' });
  } catch {
    // An unknown zone is a data finding elsewhere; the timestamp is then read as it is written.
    return undefined;
  }
}

/** Minutes of the wall clock in a zone: comparable with a due day and time written without a zone. */
export function localMinutes(timestamp: string, timezone: string): number {
  const day = epochDay(dayOf(timestamp, timezone)) * MINUTES_PER_DAY;
  const parts = clockIn(timezone)?.formatToParts(epochMinutes(timestamp) * 60_000);
  if (parts === undefined) return day + minutesOf(timestamp.slice(11, 16));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '0';
  return day + minutesOf(`${part('hour')}:${part('minute')}`);
}

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The last minute of a due day, or its due time `HH:MM`. */
export const dueMinutes = (day: string, time?: string): number =>
  epochDay(day) * MINUTES_PER_DAY + (time === undefined ? MINUTES_PER_DAY - 1 : minutesOf(time));
