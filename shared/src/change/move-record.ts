import { type Lifecycle, mayMove } from '../record/lifecycle.ts';
import { recordTypes } from '../record/record-types.ts';
import { ok, type Result } from '../result.ts';
import { isPlainMap, valueAt, withOps } from '../text/field-value.ts';
import type { FieldOp, Refusal } from './edit.ts';
import { logReopen, logStatus } from './log-entry.ts';
import { type PlanContext, refuse } from './plan-context.ts';
import { removeFields, setFields, type Target } from './target.ts';

export type Move = {
  to: string;
  /** A state passed on the way when the direct move does not exist; it is logged too. */
  via?: string;
  set?: Readonly<Record<string, unknown>>;
  remove?: readonly string[];
  ops?: readonly FieldOp[];
  note?: string | undefined;
  ref?: string | undefined;
  reopen?: boolean;
};

const isFilled = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isPlainMap(value) || Object.keys(value).length > 0;
};

/** Dotted names of the fields a state asks for and the data does not have. */
export const missingFields = (lifecycle: Lifecycle, state: string, data: unknown): string[] =>
  (lifecycle.required[state] ?? []).filter((field) => !isFilled(valueAt(data, field.split('.'))));

/** Who is asked first for what is missing: the record's owner. */
export const ownersOf = (target: Target): string[] =>
  typeof target.data.owner === 'string' ? [target.data.owner] : [];

function stepsOf(lifecycle: Lifecycle, from: string, move: Move): string[] | undefined {
  if (mayMove(lifecycle, from, move.to)) return [move.to];
  const { via } = move;
  if (via === undefined || !mayMove(lifecycle, from, via)) return undefined;
  return mayMove(lifecycle, via, move.to) ? [via, move.to] : undefined;
}

function logSteps(context: PlanContext, target: Target, steps: string[], move: Move): FieldOp[] {
  const log = move.reopen ? logReopen : logStatus;
  return steps.map((to, at) => {
    const from = steps[at - 1] ?? target.status;
    const last = at === steps.length - 1;
    return log(context, from, to, last ? { note: move.note, ref: move.ref } : {});
  });
}

/**
 * The operations that take a record to another state of its lifecycle, with its log entry (rulings B5). Refuses moves
 * the lifecycle does not have and states whose fields are not filled.
 */
export function moveRecord(
  context: PlanContext,
  target: Target,
  move: Move,
): Result<FieldOp[], Refusal> {
  const { id, status: from } = target;
  const { lifecycle } = recordTypes[target.kind];
  if (from === move.to) return refuse('already-there', { id, status: from });
  const steps = stepsOf(lifecycle, from, move);
  if (steps === undefined) {
    const allowed = lifecycle.moves[from] ?? [];
    return refuse('move-not-allowed', { id, from, to: move.to, allowed });
  }
  const ops = [
    ...setFields(target, move.set ?? {}),
    ...removeFields(target, move.remove ?? []),
    ...(move.ops ?? []),
    ...setFields(target, { status: move.to }),
    ...logSteps(context, target, steps, move),
  ];
  const missing = missingFields(lifecycle, move.to, withOps(target.data, ops));
  if (missing.length > 0) {
    return refuse('missing-fields', { id, to: move.to, fields: missing }, ownersOf(target));
  }
  return ok(ops);
}
