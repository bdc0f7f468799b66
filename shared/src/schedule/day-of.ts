import { dayText, epochDay } from './epoch-day.ts';

const MINUTES_PER_DAY = 1440;

/** RFC 3339 with offset to whole minutes since 1970-01-01T00:00Z. */
export function epochMinutes(timestamp: string): number {
  const minutes = Number(timestamp.slice(11, 13)) * 60 + Number(timestamp.slice(14, 16));
  const zone = timestamp.endsWith('Z') ? '+00:00' : timestamp.slice(-6);
  const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  const sign = zone.startsWith('-') ? -1 : 1;
  return epochDay(timestamp.slice(0, 10)) * MINUTES_PER_DAY + minutes - sign * offset;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(timezone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timezone)) formats.set(timezone, makeFormat(timezone));
  return formats.get(timezone);
}

function makeFormat(timezone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch {
    // An unknown zone is a data finding elsewhere; the caller then reads the timestamp as it is written.
    return undefined;
  }
}

/**
 * Readings G.15: the calendar day of a day or a timestamp in the program's IANA zone. A plain day is its own answer.
 * The zone's rules come from `Intl` (a table, not a clock). With an unknown zone the day is the one written in the
 * timestamp, in its own offset; a text that is no moment is cut to the length of a day.
 */
export function dayOf(moment: string, timezone: string): string {
  if (moment.length === 10) return moment;
  const minutes = epochMinutes(moment);
  if (Number.isNaN(minutes)) return moment.slice(0, 10);
  if (timezone === 'UTC') return dayText(Math.floor(minutes / MINUTES_PER_DAY));
  const format = formatOf(timezone);
  if (format === undefined) return moment.slice(0, 10);
  const parts = format.formatToParts(minutes * 60_000);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
