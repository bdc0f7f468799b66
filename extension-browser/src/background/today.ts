/** The day it is now in a time zone, `YYYY-MM-DD`; a zone nobody knows counts as UTC. */
export function todayIn(timezone: string, now: Date = new Date()): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { ...parts, timeZone: timezone }).format(now);
  } catch {
    // `program.yaml` may say anything.
    return now.toISOString().slice(0, 10);
  }
}
