import { addDays } from '../schedule/working-days.ts';

/** The first day on which something due is overdue. */
export const dayAfter = (day: string): string => addDays(day, 1);

/** The earliest of the days given, or undefined. */
export const earliest = (...days: readonly (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0];

/** The latest of the days given, or undefined. */
export const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
