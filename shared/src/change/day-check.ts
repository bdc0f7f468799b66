import { type PlanContext, type Refused, refuse } from './plan-context.ts';

/** Refuses a day that has not come yet: what was done cannot lie ahead (DQ-10). */
export const notInFuture = (
  context: PlanContext,
  field: string,
  date: string | undefined,
): Refused | undefined =>
  date !== undefined && date > context.today
    ? refuse('date-in-future', { field, date, today: context.today })
    : undefined;

/** Refuses a day that is over: what is still to come cannot lie behind. Today passes. */
export const notInPast = (
  context: PlanContext,
  field: string,
  date: string | undefined,
): Refused | undefined =>
  date !== undefined && date < context.today
    ? refuse('date-in-past', { field, date, today: context.today })
    : undefined;

/** Refuses an empty reason where a later reader needs one. */
export const mustSay = (
  context: PlanContext,
  field: string,
  text: string | undefined,
): Refused | undefined =>
  text === undefined || text.trim() === ''
    ? refuse('reason-missing', { field }, [context.by])
    : undefined;
