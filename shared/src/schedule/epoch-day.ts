/** Days since 1970-01-01 in the proleptic Gregorian calendar. No clock, no zone: daylight saving cannot move it. */
export type EpochDay = number;

const DAYS_PER_ERA = 146_097;

/** `YYYY-MM-DD` to its epoch day; the text is a day that exists (`record/field.ts`). */
export function epochDay(day: string): EpochDay {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  // Years start in March here, so that the leap day is the last one.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

/** 0001-01-01 and 9999-12-31: days are compared as text, which a fifth digit would break. */
const [FIRST_DAY, LAST_DAY] = [-719_162, 2_932_896];

/** The inverse of `epochDay`; what lies before year 0001 or after year 9999 becomes the first or last day of those. */
export function dayText(epoch: EpochDay): string {
  const shifted = Math.min(Math.max(epoch, FIRST_DAY), LAST_DAY) + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** ISO weekday, Monday is 1. */
export const weekdayOf = (epoch: EpochDay): number => ((((epoch + 3) % 7) + 7) % 7) + 1;
