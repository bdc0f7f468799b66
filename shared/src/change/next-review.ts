import { levelOf, reviewInterval } from '../health/risk-figures.ts';
import type { Charter } from '../record/charter.ts';
import { addDays } from '../schedule/working-days.ts';

/** The day the next review of a risk rated like this is due, counted from `day` (domain 2.1). */
export const nextReview = (
  charter: Charter,
  day: string,
  probability: number,
  impact: number,
): string => addDays(day, reviewInterval(charter, levelOf(charter, probability, impact)));
