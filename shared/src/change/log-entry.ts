import type { FieldOp } from './edit.ts';
import type { PlanContext } from './plan-context.ts';
import { append } from './target.ts';

type Extra = { note?: string | undefined; ref?: string | undefined; until?: string | undefined };

const entry = (context: PlanContext, event: string, rest: Record<string, unknown>): FieldOp => {
  const pairs = Object.entries({ at: context.at, by: context.by, event, ...rest });
  return append('log', Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
};

/** A status change, the event every history is rebuilt from (rulings B5). */
export const logStatus = (
  context: PlanContext,
  from: string,
  to: string,
  extra: Extra = {},
): FieldOp => entry(context, 'status', { from, to, ...extra });

export const logReopen = (context: PlanContext, from: string, to: string, extra: Extra): FieldOp =>
  entry(context, 'reopen', { from, to, ...extra });

/** A change of a field that decision rights watch (rulings B5). */
export const logField = (
  context: PlanContext,
  change: { field: string; from: unknown; to: unknown },
  extra: Extra = {},
): FieldOp => entry(context, 'field', { ...change, ...extra });

/** A risk or forecast looked at and found unchanged (readings S-01.last). */
export const logReview = (context: PlanContext, note: string | undefined): FieldOp =>
  entry(context, 'review', { note });

/** A signal put to sleep until a day; never deleted (domain part 4). */
export const logSnooze = (
  context: PlanContext,
  signal: string,
  until: string,
  note: string,
): FieldOp => entry(context, 'signal_ack', { ref: signal, until, note });
