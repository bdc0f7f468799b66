import type { PageWords } from './page-words.ts';
import type { DecisionOption } from './status/decisions-needed.ts';

/** `+3 working days`, `no delay`; empty where nobody estimated. */
export function scheduleText({ say }: PageWords, days: number | null | undefined): string {
  if (days == null) return '';
  if (days === 0) return say('option.no-delay');
  return say('option.days', { days, unit: Math.abs(days) === 1 ? 'working day' : 'working days' });
}

/** `18,000 EUR`, `free`; empty where nobody estimated. */
export function costText(
  { say }: PageWords,
  cost: number | null | undefined,
  currency: string,
): string {
  if (cost == null) return '';
  return cost === 0 ? say('option.free') : say('option.money', { cost, currency });
}

/** What an option does to dates and money, in one line. */
export const optionEffect = (words: PageWords, option: DecisionOption, currency: string): string =>
  [scheduleText(words, option.scheduleDays), costText(words, option.cost, currency)]
    .filter((text) => text !== '')
    .join(', ');

/** What waiting costs, as a figure or in somebody's words. */
export const delayText = ({ say }: PageWords, cost: string | number, currency: string): string =>
  typeof cost === 'number' ? say('delay', { cost, currency }) : say('delay', { cost }, 'text');
