/** A source of the present moment: the real one for acts, one that `milepost.asOf` may move for what is shown. */
export type Clock = { now(): Date };

const parts = (now: Date, timeZone: string): Map<string, string> =>
  new Map(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    })
      .formatToParts(now)
      .map((part) => [part.type, part.value]),
  );

function partsOf(now: Date, timezone: string): Map<string, string> {
  try {
    return parts(now, timezone);
  } catch {
    // A zone name this engine does not know: the charter is checked elsewhere, a day must still be found.
    return parts(now, 'UTC');
  }
}

/** The calendar day `YYYY-MM-DD` of an instant in the program's IANA zone; UTC when the zone is unknown. */
export function dayIn(timezone: string, now: Date): string {
  const found = partsOf(now, timezone);
  return `${found.get('year')}-${found.get('month')}-${found.get('day')}`;
}

/** RFC 3339 with the program zone's offset, to the second. */
export function momentIn(timezone: string, now: Date): string {
  const found = partsOf(now, timezone);
  const offset = (found.get('timeZoneName') ?? 'GMT').slice(3) || '+00:00';
  const time = `${found.get('hour')}:${found.get('minute')}:${found.get('second')}`;
  return `${dayIn(timezone, now)}T${time}${offset}`;
}

/** A clock for showing only: its day is `asOf` (when it names one), its time of day the real one. */
export const clockAsOf = (readAsOf: () => string, real: Clock): Clock => ({
  now() {
    const asOf = readAsOf();
    const now = real.now();
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return now;
    const moved = new Date(`${asOf}${now.toISOString().slice(10)}`);
    return Number.isNaN(moved.getTime()) ? now : moved;
  },
});
