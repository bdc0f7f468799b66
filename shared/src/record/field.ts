import * as z from 'zod';

/** Extension pages and VS Code webviews forbid code generation from strings. */
z.config({ jitless: true });

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for `YYYY-MM-DD` that names a real day (no 30 February, year 0001 to 9999). */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year, month, day] = [+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)];
  if (year < 1 || month < 1 || month > 12) return false;
  const last = month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

const CLOCK =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** True for an RFC 3339 timestamp with an offset. */
export const isTimestamp = (text: string): boolean => CLOCK.test(text) && isDay(text.slice(0, 10));

/** A calendar day `YYYY-MM-DD` in the program's time zone. */
export const Day = z.string().refine(isDay, 'a day that exists, written YYYY-MM-DD');
/** RFC 3339 with offset. */
export const Timestamp = z.string().refine(isTimestamp, 'a time such as 2026-03-02T09:00:00+01:00');
/** `at` fields may hold either; compare the day in the program's zone. */
export const Moment = z
  .string()
  .refine((text) => isDay(text) || isTimestamp(text), 'a day YYYY-MM-DD or a time with its offset');

export const Rating = z.int().min(1).max(5);
/** Whole percent 1..99: neither impossible nor certain. */
export const ProbabilityPct = z.int().min(1).max(99);
/** Working days or minutes, never negative. */
export const Duration = z.number().min(0).max(1_000_000);
/** Decimal in major units of the program's base currency. */
export const Money = z.number().min(-1e15).max(1e15);
export const Text = z.string().max(100_000);
/** One line shown in lists. */
export const Line = z.string().max(1000);
/** A person id, an `@login` or an e-mail; an unknown one is a warning, not an error. */
export const PersonRef = z.string().min(1).max(200);
/** Id of another record, or `<program key>/R-12`. Whether it exists is checked across records. */
export const Ref = z.string().min(1).max(120);
export const Refs = z.array(Ref).default([]);
export const Lines = z.array(Line).default([]);
export const ThreePoint = z.looseObject({ min: z.number(), likely: z.number(), max: z.number() });
