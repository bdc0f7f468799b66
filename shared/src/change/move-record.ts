import { withChanges } from '../program/with-changes.ts';
import type { Unmet } from '../record/guards/guard.ts';
import { unmetGuards } from '../record/guards/guards.ts';
import { type Lifecycle, mayMove } from '../record/lifecycle.ts';
import { recordTypes } from '../record/record-types.ts';
import { ok, type Result } from '../result.ts';
import { isPlainMap, withOps } from '../text/field-value.ts';
import type { FieldOp, FileEdit, Refusal } from './edit.ts';
import { logReopen, logStatus } from './log-entry.ts';
import { newFileText } from './new-file-text.ts';
import { type PlanContext, type Refused, refuse } from './plan-context.ts';
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
  /** Files of the same edit that the move leans on. */
  created?: readonly FileEdit[];
};

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

/** Records made by the same edit count as there. */
const withCreated = (context: PlanContext, created: readonly FileEdit[]): PlanContext['program'] =>
  withChanges(
    context.program,
    created.flatMap((file) =>
      file.kind === 'create' ? [{ path: file.path, text: newFileText(file.path, file.data) }] : [],
    ),
  );

function refuseUnmet(target: Target, to: string, unmet: readonly Unmet[]): Refused | undefined {
  const { id } = target;
  const missing = unmet.flatMap(({ code, field }) =>
    code === 'missing' && field !== undefined ? [field] : [],
  );
  if (missing.length > 0) {
    return refuse('missing-fields', { id, to, fields: missing }, ownersOf(target));
  }
  const first = unmet[0];
  if (first === undefined) return undefined;
  return refuse(first.code, { id, to, field: first.field ?? '', ...first.facts }, ownersOf(target));
}

/**
 * The operations that take a record to another state of its lifecycle, with its log entry (rulings B5). Refuses moves
 * the lifecycle does not have, states whose fields are not filled and whatever the type's own guards refuse.
 */
export function moveRecord(
  context: PlanContext,
  target: Target,
  move: Move,
): Result<FieldOp[], Refusal> {
  const { id, kind, status: from } = target;
  const { lifecycle } = recordTypes[kind];
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
  const after = withOps(target.data, ops);
  const program = withCreated(context, move.created ?? []);
  const last = steps.at(-2) ?? from;
  const data = isPlainMap(after) ? after : {};
  const unmet = unmetGuards(program, kind, data, last, move.to, context.today);
  return refuseUnmet(target, move.to, unmet) ?? ok(ops);
}
