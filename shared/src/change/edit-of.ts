import type { Edit, FieldOp, FileEdit } from './edit.ts';
import type { Target } from './target.ts';

export const changeOf = (target: { path: string }, ops: readonly FieldOp[]): FileEdit => ({
  kind: 'change',
  path: target.path,
  ops,
});

/** One intention's edit; `summary` is the first line of the commit message. */
export const editOf = (
  intent: string,
  items: readonly string[],
  summary: string,
  files: readonly FileEdit[],
): Edit => ({ intent, items, summary, files });

/** An edit of one existing record. */
export const changeRecord = (
  intent: string,
  target: Target,
  summary: string,
  ops: readonly FieldOp[],
): Edit => editOf(intent, [target.id], summary, [changeOf(target, ops)]);
