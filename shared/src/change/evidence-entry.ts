import type { PlanContext } from './plan-context.ts';

/** Evidence as a person gives it: a link or a path in the repository. */
export type EvidenceGiven = {
  url?: string;
  path?: string;
  kind?: 'report' | 'dashboard' | 'check_run' | 'document' | 'screenshot' | 'ticket';
  /** Calendar days from now. */
  valid_days?: number;
};

const ALLOWED_LINK = /^https:\/\/[^\s<>"]+$/;

/** Links from records are `https:` only (rulings E3). */
export const isSafeLink = (url: string): boolean => ALLOWED_LINK.test(url);

/** The entry to append: who gave it and when. */
export const evidenceEntry = (
  given: EvidenceGiven,
  context: PlanContext,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...given, at: context.at, by: context.by }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
